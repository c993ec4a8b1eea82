import { Guide, readAlert, readFlags, seconds, valueAt } from './guide.js';
import { blocksOf, isBlock, type Block, type Module, type Value } from './module.js';
import { Resolver } from './resolve.js';

/** Something that the module says, and a document too. */
export interface Agreement {
  /** Where the module says it. */
  readonly what: string;
  readonly document: Value;
  readonly module: Value;
}

/** What a document says, and the resource and member that say it in the module. */
type Row = readonly [document: Value | undefined, resource: string, path: string];

const FUNCTION = 'google_cloudfunctions2_function.collector';
const SERVICE = 'google_cloud_run_v2_service.collector';
const SUBSCRIPTION = 'google_pubsub_subscription.collector';
const DEAD_LETTERS = 'google_pubsub_subscription.refused';

/** What the guide has `gcloud functions describe` print: serviceConfig.uri. */
const URL_OF_FUNCTION = `\${${FUNCTION}[0].service_config[0].uri}`;

const guide = new Guide();
const flags = readFlags(guide);

/** The guide's names, as inputs of the module. */
const INPUTS = {
  project_id: guide.names.PROJECT!,
  coordinator_host: guide.names.COORDINATOR!,
  function_source: 'function.zip',
};

/** All that the module says and the documents say too. */
export function agreements(module: Module): Agreement[] {
  const resolver = new Resolver(module, INPUTS);
  const rows = [
    ...ofFlags(),
    ...ofRun(),
    ...ofSubscription(),
    ...ofTable(),
    ...ofAccounts(),
    ...ofDeadLetters(),
    ...ofAlerts(),
    ...ofMetricAlerts(),
  ];
  const agreed = rows.map(([document, resource, path]) => ({
    what: `${resource}.${path}`,
    document: comparable(document),
    module: comparable(resolver.get(resource, path)),
  }));
  return [
    ...agreed,
    ...ofSettings(resolver, module),
    ...ofServices(module),
    ...ofCharts(resolver, module),
    ...ofRouting(module),
    ...ofImage(module),
    ...ofOutputs(resolver, module),
  ];
}

/** A number and its text are the same, and so are 90 seconds and 90 where seconds are meant. */
function comparable(value: Value | undefined): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return value;
  return String(value).replace(/^(\d+)s$/, '$1');
}

/** Each flag of function.yaml, and where the module has it; null where it is compared otherwise. */
export const FLAGS: Readonly<Record<string, string | null>> = {
  // The kind of the resource.
  '--gen2': null,
  '--trigger-http': null,
  // A zip, in place of a folder.
  '--source': null,
  // See ofSettings.
  '--set-env-vars': null,
  // Only the pusher may call it: see ofAccounts.
  '--no-allow-unauthenticated': null,
  '--runtime': 'build_config.runtime',
  '--entry-point': 'build_config.entry_point',
  '--region': 'location',
  '--service-account': 'service_config.service_account_email',
  '--memory': 'service_config.available_memory',
  '--cpu': 'service_config.available_cpu',
  '--concurrency': 'service_config.max_instance_request_concurrency',
  '--timeout': 'service_config.timeout_seconds',
  '--min-instances': 'service_config.min_instance_count',
  '--max-instances': 'service_config.max_instance_count',
  '--serve-all-traffic-latest-revision': 'service_config.all_traffic_on_latest_revision',
};

/** The flags of function.yaml that are neither compared nor known. */
export function unknownFlags(): string[] {
  return Object.keys(flags).filter((flag) => FLAGS[flag] === undefined);
}

function ofFlags(): Row[] {
  return Object.entries(FLAGS).flatMap(([flag, path]) =>
    // A flag without a value is one that is set.
    path === null ? [] : [[flag in flags ? (flags[flag] ?? true) : null, FUNCTION, path] as const],
  );
}

function ofRun(): Row[] {
  const { args, flags: run } = guide.command('gcloud run deploy');
  const limits = 'template.containers.resources.limits';
  return [
    [args[0], SERVICE, 'name'],
    [run['--region'], SERVICE, 'location'],
    [run['--service-account'], SERVICE, 'template.service_account'],
    [run['--memory'], SERVICE, `${limits}.memory`],
    [run['--cpu'], SERVICE, `${limits}.cpu`],
    [run['--concurrency'], SERVICE, 'template.max_instance_request_concurrency'],
    [run['--timeout'], SERVICE, 'template.timeout'],
    [run['--min-instances'], SERVICE, 'template.scaling.min_instance_count'],
    [run['--max-instances'], SERVICE, 'template.scaling.max_instance_count'],
  ];
}

/** The outputs have what their descriptions say, by the guide's names where it has some. */
function ofOutputs(resolver: Resolver, { outputs }: Module): Agreement[] {
  const documented = {
    url: URL_OF_FUNCTION,
    topic: '${google_pubsub_topic.bundles[0].id}',
    subscription: '${google_pubsub_subscription.collector.id}',
    refused_subscription: '${google_pubsub_subscription.refused.id}',
    collector_account: guide.names.COLLECTOR!,
    pusher_account: guide.names.PUSHER!,
  };
  return Object.entries(documented).map(([name, document]) => ({
    what: `the output ${name}`,
    document,
    module: resolver.resolve(outputs[name]?.value),
  }));
}

function ofSubscription(): Row[] {
  const made = guide.command('gcloud pubsub subscriptions create logdog-collector').flags;
  const token = 'push_config.oidc_token';
  const unwrapped = '--push-no-wrapper' in made && '--push-no-wrapper-write-metadata' in made;
  return [
    ['logdog-collector', FUNCTION, 'name'],
    ['logdog-collector', SUBSCRIPTION, 'name'],
    [made['--topic'], 'google_pubsub_topic.bundles', 'name'],
    [made['--push-auth-service-account'], SUBSCRIPTION, `${token}.service_account_email`],
    [URL_OF_FUNCTION, SUBSCRIPTION, 'push_config.push_endpoint'],
    [URL_OF_FUNCTION, SUBSCRIPTION, `${token}.audience`],
    [unwrapped, SUBSCRIPTION, 'push_config.no_wrapper.write_metadata'],
    [made['--ack-deadline'], SUBSCRIPTION, 'ack_deadline_seconds'],
    [made['--min-retry-delay'], SUBSCRIPTION, 'retry_policy.minimum_backoff'],
    [made['--max-retry-delay'], SUBSCRIPTION, 'retry_policy.maximum_backoff'],
    [retentionOf(made), SUBSCRIPTION, 'message_retention_duration'],
    [expirationOf(made), SUBSCRIPTION, 'expiration_policy.ttl'],
    // On purpose: "Dead letters" in the guide.
    [null, SUBSCRIPTION, 'dead_letter_policy'],
  ];
}

function retentionOf(made: Readonly<Record<string, string>>): string {
  return seconds(made['--message-retention-duration']!);
}

function expirationOf(made: Readonly<Record<string, string>>): string | undefined {
  return made['--expiration-period'] === 'never' ? '' : made['--expiration-period'];
}

function ofTable(): Row[] {
  const instance = guide.command('gcloud bigtable instances create');
  const table = guide.command('gcloud bigtable instances tables create logs');
  const profile = guide.command('gcloud bigtable app-profiles create');
  const [, id] = /^id=([^,]+),/.exec(instance.flags['--cluster-config']!)!;
  const cluster = id!.replace(/1$/, '${cluster.key + 1}');
  const [family, versions] = table.flags['--column-families']!.split(':maxversions=');
  const collected = `\${jsonencode({ rules = [{ max_version = ${versions!} }] })}`;
  const INSTANCE = 'google_bigtable_instance.logs';
  const PROFILE = 'google_bigtable_app_profile.collector';
  return [
    [instance.args[0], INSTANCE, 'name'],
    [instance.flags['--display-name'], INSTANCE, 'display_name'],
    // The first of the clusters.
    [cluster, INSTANCE, 'dynamic.cluster.content.cluster_id'],
    ['logs', 'google_bigtable_table.logs', 'name'],
    [family, 'google_bigtable_table.logs', 'column_family.family'],
    [family, 'google_bigtable_gc_policy.log', 'column_family'],
    [collected, 'google_bigtable_gc_policy.log', 'gc_rules'],
    [profile.args[0], PROFILE, 'app_profile_id'],
    [profile.flags['--description'], PROFILE, 'description'],
  ];
}

/** The app profile leads to any cluster with grouped writes, and to one, with transactions, with conditional ones. */
function ofRouting(module: Module): Agreement[] {
  const { flags: made } = guide.command('gcloud bigtable app-profiles create');
  const transactions = '--transactional-writes' in made;
  const routings: Readonly<Record<string, Block>> = {
    grouped: { anyCluster: true, clusters: [] },
    conditional: { anyCluster: null, clusters: [made['--route-to']!], transactions },
  };
  return Object.entries(routings).map(([writes, document]) => ({
    what: `the routing of the app profile, with ${writes} writes`,
    document,
    module: routingOf(new Resolver(module, { ...INPUTS, bigtable_writes: writes }), module),
  }));
}

function routingOf(resolver: Resolver, { locals }: Module): Block {
  const profile = 'google_bigtable_app_profile.collector';
  const get = (path: string) => resolver.get(profile, path);
  const block = 'dynamic.single_cluster_routing';
  const anyCluster = get('multi_cluster_routing_use_any') === '${true}' ? true : null;
  const clusters = get(`${block}.for_each`);
  if (clusters === '${[]}') return { anyCluster, clusters: [] };
  if (clusters !== '${[local.cluster]}') return { anyCluster, clusters };
  const transactions = get(`${block}.content.allow_transactional_writes`);
  return { anyCluster, clusters: [resolver.resolve(locals.cluster)], transactions };
}

/** Either the function is made or the Cloud Run service, which differs by its image alone. */
function ofImage(module: Module): Agreement[] {
  const cases = [
    [{}, '${1}', '${0}'],
    [{ function_source: null, image: 'i' }, '${0}', '${1}'],
  ] as const;
  return cases.flatMap(([inputs, ofFunction, ofService]) => {
    const resolver = new Resolver(module, { ...INPUTS, ...inputs });
    const what = 'image' in inputs ? 'with an image' : 'without an image';
    return [
      {
        what: `${FUNCTION}, ${what}`,
        document: ofFunction,
        module: resolver.get(FUNCTION, 'count'),
      },
      { what: `${SERVICE}, ${what}`, document: ofService, module: resolver.get(SERVICE, 'count') },
    ];
  });
}

function ofAccounts(): Row[] {
  const named = ['collector', 'pusher'].flatMap((name): Row[] => {
    const { flags: made } = guide.command(`gcloud iam service-accounts create logdog-${name}`);
    const account = `google_service_account.${name}`;
    return [
      [`logdog-${name}`, account, 'account_id'],
      [made['--display-name'], account, 'display_name'],
    ];
  });
  return [
    ...named,
    ...ofGrant(
      'gcloud bigtable tables add-iam-policy-binding logs',
      'google_bigtable_table_iam_member.collector',
    ),
    ...ofGrant(
      'gcloud run services add-iam-policy-binding logdog-collector',
      'google_cloud_run_v2_service_iam_member.pusher',
    ),
    ...ofGrant(
      'gcloud pubsub topics add-iam-policy-binding logdog-refused',
      'google_pubsub_topic_iam_member.refused',
    ),
  ];
}

function ofGrant(command: string, resource: string): Row[] {
  const { flags: grant } = guide.command(command);
  return [
    [grant['--role'], resource, 'role'],
    [grant['--member'], resource, 'member'],
  ];
}

function ofDeadLetters(): Row[] {
  const made = guide.command('gcloud pubsub subscriptions create logdog-refused').flags;
  return [
    [made['--topic'], 'google_pubsub_topic.refused', 'name'],
    ['logdog-refused', DEAD_LETTERS, 'name'],
    [retentionOf(made), DEAD_LETTERS, 'message_retention_duration'],
    [expirationOf(made), DEAD_LETTERS, 'expiration_policy.ttl'],
  ];
}

/** The members of a policy, as the files of docs/alerts have them. */
const ALERT_MEMBERS = [
  'displayName',
  'combiner',
  'conditions.displayName',
  'conditions.conditionMatchedLog.filter',
  'conditions.conditionThreshold.filter',
  'conditions.conditionThreshold.comparison',
  'conditions.conditionThreshold.thresholdValue',
  'conditions.conditionThreshold.duration',
  'conditions.conditionThreshold.aggregations.alignmentPeriod',
  'conditions.conditionThreshold.aggregations.perSeriesAligner',
  'alertStrategy.notificationRateLimit.period',
  'alertStrategy.autoClose',
  'documentation.mimeType',
  'documentation.content',
];

/** The resource that has a metric, as Google Cloud lists them, by the beginning of the metric's name. */
const RESOURCES: Readonly<Record<string, string>> = {
  'pubsub.googleapis.com/subscription/':
    'resource.type = "pubsub_subscription" AND resource.labels.subscription_id = "logdog-collector"',
  'run.googleapis.com/':
    'resource.type = "cloud_run_revision" AND resource.labels.service_name = "logdog-collector"',
  // Metrics of log lines, which are those of the function.
  'logging.googleapis.com/user/':
    'resource.type = "cloud_run_revision" AND resource.labels.service_name = "logdog-collector"',
  'bigtable.googleapis.com/cluster/':
    'resource.type = "bigtable_cluster" AND resource.labels.instance = "logdog"',
};

function resourceOf(metric: string): string {
  const [, resource] = Object.entries(RESOURCES).find(([start]) => metric.startsWith(start)) ?? [];
  return resource ?? `no resource has ${metric}`;
}

/** The alerts that the guide names by a metric. */
function ofMetricAlerts(): Row[] {
  const rows = (name: string, line: RegExp, more: string, bound?: Value): Row[] => {
    const [, metric, number] = guide.match(line);
    const [alert, condition] = [
      `google_monitoring_alert_policy.${name}`,
      'conditions.condition_threshold',
    ];
    return [
      [
        `${resourceOf(metric!)} AND metric.type = "${metric!}"${more}`,
        alert,
        `${condition}.filter`,
      ],
      ['COMPARISON_GT', alert, `${condition}.comparison`],
      [bound ?? number!, alert, `${condition}.threshold_value`],
    ];
  };
  const notAcked = ' AND metric.labels.response_class != "ack"';
  const active = ' AND metric.labels.state = "active"';
  return [
    ...rows('nacks', /`(\S+\/push_request_count)`, other than 2xx/, notAcked, 0),
    ...rows('bigtable_load', /`(\S+\/cpu_load)` above ([\d.]+)/, ''),
    ...rows(
      'max_instances',
      /`(\S+\/instance_count)` at `--max-instances`/,
      active,
      '${var.max_instances - 1}',
    ),
  ];
}

/** Each chart shows its metric of the resource that has it. */
function ofCharts(resolver: Resolver, { locals }: Module): Agreement[] {
  return blocksOf(resolver.resolve(locals.charts)).map(({ title, of, metric }) => ({
    what: `the chart ${title as string}`,
    document: resourceOf(metric as string),
    module: of ?? null,
  }));
}

function ofAlerts(): Row[] {
  return ['late', 'refused', 'errors'].flatMap((name) =>
    ALERT_MEMBERS.map((path): Row => {
      const snake = path.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [valueAt(readAlert(name), path), `google_monitoring_alert_policy.${name}`, snake];
    }),
  );
}

/** The settings of the function are those of function.yaml, and what else is made for it. */
function ofSettings(resolver: Resolver, { locals }: Module): Agreement[] {
  const made = ['collector_settings', 'function_settings'].map((name) =>
    resolver.resolve(locals[name]),
  );
  const all = Object.assign({}, ...made.filter(isBlock)) as Block;
  const documented = flags['--set-env-vars'] as Block;
  const named = Object.entries(documented).map(([name, value]) => ({
    what: `the setting ${name}`,
    document: value,
    module: all[name] ?? null,
  }));
  const names = 'the settings that var.settings may not have';
  return [
    ...named,
    // Those of the user, and over them those of the module.
    {
      what: 'the settings of both',
      document: '${merge(var.settings, local.collector_settings)}',
      module: resolver.resolve(locals.settings),
    },
    {
      what: `${FUNCTION}.service_config.environment_variables`,
      document: '${merge(local.settings, local.function_settings)}',
      module: resolver.get(FUNCTION, 'service_config.environment_variables'),
    },
    {
      what: `${SERVICE}.template.containers.env`,
      document: resolver.resolve(locals.settings),
      module: resolver.get(SERVICE, 'template.containers.dynamic.env.for_each'),
    },
    { what: names, document: Object.keys(all).sort(), module: locals.own_settings ?? null },
  ];
}

/** The module enables what the guide does, and what Terraform itself needs besides. */
function ofServices({ resources }: Module): Agreement[] {
  const besides = ['iam', 'logging', 'monitoring', 'storage'].map(
    (name) => `${name}.googleapis.com`,
  );
  const { args } = guide.command('gcloud services enable');
  const enabled = resources.google_project_service?.needed?.for_each ?? '';
  const named = typeof enabled === 'string' ? (enabled.match(/[\w.]+googleapis\.com/g) ?? []) : [];
  const document = [...args, ...besides].sort();
  return [{ what: 'the services that are enabled', document, module: [...named].sort() }];
}
