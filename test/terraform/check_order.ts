import type { Module, Value } from './module.js';

const SERVICES = 'google_project_service.needed';

/** What must be there before a resource is made, besides what its attributes ask for, and why. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  // The first push comes as soon as it is there.
  'google_pubsub_subscription.collector': [
    'google_bigtable_app_profile.collector',
    'google_bigtable_gc_policy.log',
    'google_bigtable_table_iam_member.collector',
    'google_cloud_run_v2_service_iam_member.pusher',
  ],
  // What is published to a topic without a subscription is gone.
  'google_cloudfunctions2_function.collector': [
    'google_pubsub_subscription.refused',
    'google_pubsub_topic_iam_member.refused',
  ],
  'google_cloud_run_v2_service.collector': [
    'google_pubsub_subscription.refused',
    'google_pubsub_topic_iam_member.refused',
  ],
};

/**
 * Finds resources that Terraform may make too early: before the services of Google Cloud are enabled, or before what a push
 * needs. Also those that wait for themselves.
 */
export function checkOrder(module: Module): string[] {
  const nodes = nodesOf(module);
  const resources = Object.entries(module.resources).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
  return resources.flatMap((resource) => {
    const before = reachable(resource, nodes);
    const services = resource === SERVICES ? [] : [SERVICES];
    const needed = [...services, ...(BEFORE[resource] ?? [])];
    return [
      ...(before.has(resource) ? [`${resource}: it waits for itself`] : []),
      ...needed
        .filter((one) => !before.has(one))
        .map((one) => `${resource}: it does not wait for ${one}`),
    ];
  });
}

type Nodes = ReadonlyMap<string, readonly string[]>;

/** What each resource and each local refers to or depends on, as `type.name` or `local.name`. */
function nodesOf({ resources, locals, references }: Module): Nodes {
  const nodes = new Map<string, readonly string[]>();
  const add = (name: string, value: Value) => {
    const found = textsOf(value).flatMap((text) => references[text] ?? []);
    nodes.set(
      name,
      found.map((reference) => reference.split('.').slice(0, 2).join('.')),
    );
  };
  for (const [name, value] of Object.entries(locals)) add(`local.${name}`, value);
  for (const [type, named] of Object.entries(resources)) {
    for (const [name, block] of Object.entries(named)) add(`${type}.${name}`, block);
  }
  return nodes;
}

function textsOf(value: Value): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function reachable(from: string, nodes: Nodes): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...(nodes.get(from) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    left.push(...(nodes.get(next) ?? []));
  }
  return found;
}
