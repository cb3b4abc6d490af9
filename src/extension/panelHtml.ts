// The panel's page: one template, a strict content security policy, a nonce for its one script.

import * as vscode from "vscode";
import { LANGUAGE_ID, scriptJson } from "../protocol/page.ts";

export function panelHtml(webview: vscode.Webview, root: vscode.Uri): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(root, "dist", "webview.js"));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(root, "media", "panel.css"));
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  const { bundle } = vscode.l10n;
  const words =
    bundle === undefined
      ? ""
      : `<script type="application/json" id="${LANGUAGE_ID}">${scriptJson(bundle)}</script>\n`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style.toString()}">
<title>Lockstep</title>
</head>
<body>
<div id="root"></div>
${words}<script nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
