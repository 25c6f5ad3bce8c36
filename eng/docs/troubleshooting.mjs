// The troubleshooting tables quote the headings of the provider's errors and warnings: word for word, and all of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const heading = /(?:AddError|AddWarning|DiagnosticException|\bnew|=>)\s*\(\s*"([A-Z][^"{]+)",/g;

export function troubleshootingProblems(pages) {
  const said = headingsIn('src');
  const explained = new Set();
  const invented = [];
  for (const [path, text] of pages) {
    for (const quote of quotesIn(text)) {
      explained.add(quote);
      if (!said.has(quote)) {
        invented.push(`${path} explains "${quote}", which the provider never says`);
      }
    }
  }
  const unexplained = [...headingsIn('src/RocketTfProvider')].filter((summary) => !explained.has(summary));
  return [...invented, ...unexplained.map((summary) => `no page explains the error or warning "${summary}"`)];
}

/** The first column of the tables whose first heading is "Message". */
function quotesIn(text) {
  return [...text.matchAll(/^\| (?:Message|Ce que dit l'outil) \|.*\n\|[-| ]+\n((?:\|.*\n?)+)/gm)]
    .flatMap(([, rows]) => rows.trim().split('\n'))
    .map((row) => row.split('|')[1].trim().replace(/^`|`$/g, ''));
}

function headingsIn(folder) {
  const sources = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.cs') && !/(^|\/)(bin|obj)\//.test(path));
  return new Set(sources.flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(heading)].map(([, summary]) => summary)));
}
