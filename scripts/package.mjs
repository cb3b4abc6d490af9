// npm run package: builds a release and packs lockstep-VERSION.vsix, which `code --install-extension` and the Marketplace take.
//
// A .vsix is a zip (OPC): the manifest of the gallery, the content types, and the extension's folder as `extension/`.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { transformSync } from "esbuild";
import { notices } from "./notices.mjs";
import { say, stop } from "./say.mjs";
import { zip } from "./zip.mjs";

const LIMIT_KB = 600;
const PARTS = [
  "package.json",
  "package.nls.json",
  "l10n",
  "README.md",
  "CHANGELOG.md",
  "LICENSE-MIT",
  "docs",
  "docs/warnings",
  "media",
];
/**
 * Pictures of the README come from the repository in the gallery; the package carries none of them. The bundle that
 * translators copy is for them: VS Code reads those of other languages only.
 */
const LEFT_OUT = /^media\/(panel|hover|readme).*\.(png|gif)$|^l10n\/bundle\.l10n\.json$/;

const [target] = process.argv.slice(2);
const built = spawnSync(process.execPath, ["scripts/build.mjs", "--release"], { stdio: "inherit" });
if (built.status !== 0) stop("The build failed; nothing was packed.");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const words = JSON.parse(readFileSync("package.nls.json", "utf8"));
const out = target ?? `${manifest.name}-${manifest.version}.vsix`;

const files = {};
for (const part of PARTS) for (const file of walk(part)) files[`extension/${file}`] = read(file);
const BUILT = ".cache/package/";
for (const file of walk(`${BUILT}dist`))
  files[`extension/${file.slice(BUILT.length)}`] = read(file);
files["extension/package.json"] = encode(JSON.stringify(shipped()));
files["extension/media/panel.css"] = encode(minifiedCss("media/panel.css"));
files["extension/README.md"] = encode(readme());
files["extension/THIRD-PARTY-NOTICES"] = encode(notices());
files["extension.vsixmanifest"] = encode(galleryManifest());
files["[Content_Types].xml"] = encode(contentTypes(Object.keys(files)));
const packed = await zip(files);
writeFileSync(out, packed);
const size = packed.length / 1024;
say(`wrote ${out}: ${size.toFixed(0)} KB, ${Object.keys(files).length} files`);
if (size > LIMIT_KB) stop(`${out} is larger than ${LIMIT_KB} KB.`);

function walk(path) {
  if (!statSync(path).isDirectory()) return LEFT_OUT.test(path) ? [] : [path];
  return readdirSync(path).flatMap((name) => walk(join(path, name).replaceAll("\\", "/")));
}

function read(file) {
  return new Uint8Array(readFileSync(relative(".", file)));
}

function encode(text) {
  return new TextEncoder().encode(text);
}

/** What development alone needs is left out of the shipped manifest. */
function shipped() {
  const { scripts, devDependencies, dependencies, bin, private: internal, ...rest } = manifest;
  void [scripts, devDependencies, dependencies, bin, internal];
  return { ...rest, browser: "./dist/lockstep.js" };
}

/** Pictures are shown from the repository where one is named; the package itself has no room for them. */
function readme() {
  const text = readFileSync("README.md", "utf8");
  const home = manifest.repository?.url?.replace(/(^git\+|\.git$)/g, "");
  const picture = /!\[([^\]]*)\]\((media\/[^)]+)\)\n\n/g;
  return home === undefined
    ? text.replace(picture, "")
    : text.replace(picture, (_, alt, path) => `![${alt}](${home}/raw/HEAD/${path})\n\n`);
}

function minifiedCss(path) {
  return transformSync(readFileSync(path, "utf8"), { loader: "css", minify: true }).code;
}

function word(text) {
  const key = /^%(.*)%$/.exec(text)?.[1];
  return key === undefined ? text : words[key];
}

function xml(text) {
  return String(text).replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function galleryManifest() {
  const { name, publisher, version, categories, keywords, engines, galleryBanner } = manifest;
  const property = (id, value) => `      <Property Id="${id}" Value="${xml(value)}" />`;
  const asset = (type, path) =>
    `    <Asset Type="${type}" Path="extension/${path}" Addressable="true" />`;
  const service = "Microsoft.VisualStudio.Services";
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}" />
    <DisplayName>${xml(word(manifest.displayName))}</DisplayName>
    <Description xml:space="preserve">${xml(word(manifest.description))}</Description>
    <Tags>${xml(keywords.join(","))}</Tags>
    <Categories>${xml(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <License>extension/LICENSE-MIT</License>
    <Icon>extension/${xml(manifest.icon)}</Icon>
    <Properties>
${[
  property("Microsoft.VisualStudio.Code.Engine", engines.vscode),
  property("Microsoft.VisualStudio.Code.ExtensionDependencies", ""),
  property("Microsoft.VisualStudio.Code.ExtensionPack", ""),
  property("Microsoft.VisualStudio.Code.ExtensionKind", "workspace,web"),
  property("Microsoft.VisualStudio.Code.LocalizedLanguages", ""),
  property(`${service}.Branding.Color`, galleryBanner.color),
  property(`${service}.Branding.Theme`, galleryBanner.theme),
  property(`${service}.GitHubFlavoredMarkdown`, "true"),
  property(`${service}.Content.Pricing`, manifest.pricing),
].join("\n")}
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
${[
  asset("Microsoft.VisualStudio.Code.Manifest", "package.json"),
  asset(`${service}.Content.Details`, "README.md"),
  asset(`${service}.Content.Changelog`, "CHANGELOG.md"),
  asset(`${service}.Content.License`, "LICENSE-MIT"),
  asset(`${service}.Icons.Default`, manifest.icon),
].join("\n")}
  </Assets>
</PackageManifest>
`;
}

function contentTypes(paths) {
  const types = {
    json: "application/json",
    vsixmanifest: "text/xml",
    md: "text/markdown",
    js: "application/javascript",
    css: "text/css",
    svg: "image/svg+xml",
    png: "image/png",
    gif: "image/gif",
  };
  const endings = [...new Set(paths.map((path) => /\.(\w+)$/.exec(path)?.[1] ?? ""))].filter(
    (ending) => ending in types,
  );
  const plain = paths.filter((path) => /^extension\/[^.]+$/.test(path));
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${endings.map((ending) => `  <Default Extension="${ending}" ContentType="${types[ending]}" />`).join("\n")}
${plain.map((path) => `  <Override PartName="/${path}" ContentType="text/plain" />`).join("\n")}
</Types>
`;
}
