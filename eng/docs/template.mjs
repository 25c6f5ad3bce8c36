// Fills the templates: the part of tfplugindocs' language that pages need, `{{ .Field | function "argument" }}`.
import { readFileSync } from 'node:fs';

const functions = {
  tffile: (path) => functions.codefile('terraform', path),
  codefile: (language, path) => `\`\`\`${language}\n${readFileSync(path, 'utf8').trim()}\n\`\`\``,
  trimspace: (text) => text.trim(),
  plainmarkdown: (text) => text.replace(/`|\*\*/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
  prefixlines: (prefix, text) => text.split('\n').map((line) => prefix + line).join('\n'),
};

export function fill(template, fields) {
  return template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, pipeline) =>
    pipeline.split('|').reduce((value, stage) => evaluate(stage, value, fields), undefined));
}

function evaluate(stage, piped, fields) {
  const [first, ...rest] = stage.match(/"[^"]*"|\S+/g).map((term) => operand(term, fields));
  if (typeof first !== 'function') {
    return first;
  }
  return first(...rest, ...(piped === undefined ? [] : [piped]));
}

function operand(term, fields) {
  if (term.startsWith('"')) {
    return JSON.parse(term);
  }
  const found = term.startsWith('.') ? fields[term.slice(1)] : functions[term];
  if (found === undefined) {
    throw new Error(`there is no ${term}`);
  }
  return found;
}
