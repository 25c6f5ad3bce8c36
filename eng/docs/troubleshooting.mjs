// The troubleshooting tables quote the headings of the provider's errors and warnings: word for word, and all of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Where a message is made, and its first argument.
const heading = /(?:AddError|AddWarning|DiagnosticException|Diagnostic\.(?:Error|Warning)|\bnew|=>)\s*\(\s*"([A-Z][^"{]+)",/g;

export function troubleshootingProblems(pages) {
  const quotes = [...pages].flatMap(([path, text]) => quotesIn(text).map((quote) => ({ path, quote })));
  const code = sourcesIn('src');
  const invented = quotes.filter(({ quote }) => !code.includes(`"${quote}"`));

  const explained = new Set(quotes.map(({ quote }) => quote));
  const said = [...sourcesIn('src/RocketTfProvider').matchAll(heading)].map(([, summary]) => summary);
  const unexplained = [...new Set(said)].filter((summary) => !explained.has(summary));
  return [
    ...invented.map(({ path, quote }) => `${path} explains "${quote}", which the provider never says`),
    ...unexplained.map((summary) => `no page explains the error or warning "${summary}"`),
  ];
}

/** The first column of each table that begins with the column "Message". */
function quotesIn(text) {
  return [...text.matchAll(/^\| Message[^|]*\|.*\n\|[-| ]+\n((?:\|.*\n?)+)/gm)]
    .flatMap(([, rows]) => rows.trim().split('\n'))
    .map((row) => row.split('|')[1].trim());
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.cs') && !/(^|[\\/])(bin|obj)[\\/]/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
}
