// THIRD-PARTY-NOTICES: the licences of what the package carries, from the installed packages themselves.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENSES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"];

/** Every package that ends up in a bundle: the dependencies and theirs. */
export function notices() {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const names = closure(Object.keys(manifest.dependencies)).sort();
  const parts = names.map((name) => {
    const folder = join("node_modules", name);
    const { version, license, homepage, repository } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = LICENSES.map((one) => join(folder, one)).find(existsSync);
    if (file === undefined) throw new Error(`${name} has no licence file`);
    const home = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
    return [`${name} ${version} (${license})`, home, "", readFileSync(file, "utf8").trim()].join(
      "\n",
    );
  });
  const head =
    "Lockstep is made with the following software, whose licences ask for this notice.\n" +
    "Names of Rust's standard library and of its compiler's messages follow the Rust project\n" +
    "(https://www.rust-lang.org, MIT or Apache-2.0); no code of it is included.";
  return `${[head, ...parts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function closure(names) {
  const seen = new Set();
  const add = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const { dependencies = {} } = JSON.parse(
      readFileSync(join("node_modules", name, "package.json"), "utf8"),
    );
    Object.keys(dependencies).forEach(add);
  };
  names.forEach(add);
  return [...seen];
}
