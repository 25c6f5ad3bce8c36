// Links between pages and within them. Registries and GitHub both follow relative links that end in .md.
import { join } from 'node:path';

export function linkProblems(pages) {
  return [...pages].flatMap(([path, text]) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(target, path, pages))
      .map((target) => `${path} links to ${target}, which is not there`));
}

function leadsSomewhere(target, path, pages) {
  const [file, anchor] = target.split('#');
  const page = pages.get(file ? join(path, '..', file) : path);
  return page !== undefined && (!anchor || anchorsOf(page).has(anchor));
}

function anchorsOf(text) {
  const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
  const explicit = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  return new Set([...headings, ...explicit]);
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}
