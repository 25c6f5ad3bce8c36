// What registries ask of a page's head.
const allowed = ['page_title', 'subcategory', 'description'];
const required = ['page_title', 'description'];

export function frontMatterProblems(pages) {
  return [...pages].flatMap(([path, text]) => {
    const head = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
    const keys = [...head.matchAll(/^(\w+):/gm)].map(([, key]) => key);
    return [
      ...required.filter((key) => !keys.includes(key)).map((key) => `${path} has no ${key}`),
      ...keys.filter((key) => !allowed.includes(key)).map((key) => `${path} has ${key}, which registries do not know`),
    ];
  });
}
