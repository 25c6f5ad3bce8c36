// The "Schema" section of a page, in the layout that readers know from the registries.

const groups = { required: 'Required', optional: 'Optional', readOnly: 'Read-Only' };

export function schemaSection(block) {
  const nested = [];
  const lines = ['<!-- from the provider\'s schema, by `make generate` -->', '## Schema', ...groupsOf(block, [], nested, (title) => `### ${title}`)];
  while (nested.length > 0) {
    const { anchor, path, members } = nested.shift();
    const inner = [];
    lines.push('', `<a id="${anchor}"></a>`, `### Nested Schema for \`${path.join('.')}\``, ...groupsOf(members, path, inner, (title) => `${title}:`));
    nested.unshift(...inner);
  }
  return lines.join('\n');
}

function groupsOf(members, path, nested, heading) {
  const nodes = [...attributesOf(members), ...blocksOf(members)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.entries(groups).flatMap(([group, title]) => {
    const lines = nodes.filter((node) => node.group === group).map((node) => line(node, path, nested));
    return lines.length > 0 ? ['', heading(title), '', ...lines] : [];
  });
}

function attributesOf({ attributes = {} }) {
  return Object.entries(attributes).map(([name, attribute]) => ({
    name,
    group: attribute.required ? 'required' : attribute.optional ? 'optional' : 'readOnly',
    description: attribute.description ?? '',
    traits: [
      attribute.nested_type ? nestedKind(attribute.nested_type.nesting_mode, 'Attributes') : typeName(attribute.type),
      ...(attribute.sensitive ? ['Sensitive'] : []),
      ...(attribute.deprecated ? ['Deprecated'] : []),
      ...(attribute.write_only ? ['Write-only'] : []),
    ],
    members: attribute.nested_type,
    prefix: 'nestedatt',
  }));
}

function blocksOf({ block_types: blocks = {} }) {
  return Object.entries(blocks).map(([name, { block, nesting_mode: mode, min_items: least = 0, max_items: most = 0 }]) => ({
    name,
    group: least > 0 ? 'required' : 'optional',
    description: block.description ?? '',
    traits: [
      nestedKind(mode, 'Block'),
      ...(least > 0 ? [`Min: ${least}`] : []),
      ...(most > 0 ? [`Max: ${most}`] : []),
      ...(block.deprecated ? ['Deprecated'] : []),
    ],
    members: block,
    prefix: 'nestedblock',
  }));
}

function line({ name, traits, description, members, prefix }, path, nested) {
  const here = [...path, name];
  const anchor = `${prefix}--${here.join('--')}`;
  if (members) {
    nested.push({ anchor, path: here, members });
  }
  const reference = members ? ` (see [below for nested schema](#${anchor}))` : '';
  return `- \`${name}\` (${traits.join(', ')}) ${description}`.trimEnd() + reference;
}

function nestedKind(mode, noun) {
  return { list: `${noun} List`, set: `${noun} Set`, map: `${noun} Map` }[mode] ?? noun;
}

function typeName(type) {
  const [container, element] = [type].flat();
  switch (container) {
    case 'string': return 'String';
    case 'number': return 'Number';
    case 'bool': return 'Boolean';
    case 'dynamic': return 'Dynamic';
    case 'object': return 'Object';
    case 'tuple': return 'Tuple';
    default: return `${container[0].toUpperCase()}${container.slice(1)} of ${typeName(element)}`;
  }
}
