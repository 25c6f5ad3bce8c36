// Every node of the schema has to say what it is, in Markdown.

/** The nodes that do not. */
export function undescribed({ components }) {
  return components.flatMap(({ kind, name, block }) => blockProblems(block, `${kind} ${name}`));
}

function blockProblems(block, path) {
  return [
    ...nodeProblems(block, path),
    ...attributeProblems(block.attributes, path),
    ...Object.entries(block.block_types ?? {}).flatMap(([name, type]) => blockProblems(type.block, `${path}.${name}`)),
  ];
}

function attributeProblems(attributes = {}, path) {
  return Object.entries(attributes).flatMap(([name, attribute]) => [
    ...nodeProblems(attribute, `${path}.${name}`),
    ...attributeProblems(attribute.nested_type?.attributes, `${path}.${name}`),
  ]);
}

function nodeProblems({ description, description_kind: kind }, path) {
  if (!description?.trim()) {
    return [`${path} has no description`];
  }
  return kind === 'markdown' ? [] : [`${path} has a description of kind ${kind}, not markdown`];
}
