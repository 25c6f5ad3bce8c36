// From templates/ to docs/: one page for the index, each resource, each data source, each guide.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { examplesOf } from './examples.mjs';
import { schemaSection } from './schema-section.mjs';
import { fill } from './template.mjs';

const folders = { resource: 'resources', 'data source': 'data-sources' };
const types = { resource: 'Resource', 'data source': 'Data Source' };

/** The text of each page by its path, and what kept a page from being made. */
export function renderPages({ components }) {
  const pages = new Map();
  const problems = [];
  const unused = new Set(filesBelow('templates'));
  for (const { page, fields } of [...components.map(componentPage), ...guides()]) {
    const template = join('templates', `${page}.tmpl`);
    unused.delete(template);
    try {
      pages.set(join('docs', page), fill(readFileSync(template, 'utf8'), fields));
    } catch (error) {
      problems.push(error.code === 'ENOENT' ? `${error.path} is missing` : `${template}: ${error.message}`);
    }
  }
  problems.push(...[...unused].map((path) => `${path} makes no page`));
  return { pages, problems };
}

export function writePages(pages) {
  surplus(pages).forEach((path) => rmSync(path));
  for (const [path, text] of pages) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

export function stalePages(pages) {
  const stale = [...pages].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [
    ...stale.map(([path]) => `${path} is stale: run \`make generate\``),
    ...surplus(pages).map((path) => `${path} is a page for nothing: run \`make generate\``),
  ];
}

function surplus(pages) {
  return filesBelow('docs').filter((path) => !pages.has(path));
}

function componentPage(component) {
  const { kind, name, block } = component;
  const page = kind === 'provider' ? 'index.md' : join(folders[kind], `${name.replace(/^rocketchat_/, '')}.md`);
  return {
    page,
    fields: {
      Name: name,
      Type: types[kind] ?? 'Provider',
      ProviderName: 'rocketchat',
      Description: block.description ?? '',
      SchemaMarkdown: schemaSection(block),
      ...examplesOf(component),
    },
  };
}

function guides() {
  return filesBelow('templates/guides').map((path) => ({ page: path.slice('templates/'.length, -'.tmpl'.length), fields: {} }));
}

function filesBelow(folder) {
  return !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort();
}
