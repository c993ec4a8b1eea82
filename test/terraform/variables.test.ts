import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfSuite } from '../e2e/function.js';
import { MODULE, type Block } from './module.js';
import { readDeployment } from './mutated.js';
import { describeWithTerraform, terraform } from './terraform.js';

/** Inputs that are right, with the file that is to be there. */
const GOOD: Block = {
  project_id: 'my-project',
  coordinator_host: 'logdog.example.com',
  function_source: 'variables.tf',
};

/** For each variable, inputs that are wrong on their own, or with the others that are named. */
const BAD: Readonly<Record<string, readonly Block[]>> = {
  project_id: [{ project_id: 'My Project' }, { project_id: 'p' }],
  region: [{ region: 'us-central1-b' }, { region: 'us' }],
  name: [{ name: 'log' }, { name: 'LogDog' }, { name: 'a-name-that-is-too-long-for-it' }],
  coordinator_host: [{ coordinator_host: 'https://logdog.example.com' }, { coordinator_host: '' }],
  function_source: [{ function_source: 'no-such-file.zip' }],
  image: [{ image: 'an/image' }, { function_source: null }],
  build_service_account: [{ build_service_account: 'builder@my-project.iam.gserviceaccount.com' }],
  bigtable_clusters: [
    { bigtable_clusters: [] },
    { bigtable_clusters: [{ zone: 'us-central1-b' }, { zone: 'us-central1-b' }] },
    { bigtable_clusters: [{ zone: 'us-central1-b', nodes: 0 }] },
    { bigtable_clusters: [{ zone: 'us-east1-b' }] },
    { region: 'europe-west1' },
    { bigtable_clusters: [{ zone: 'us-central1-b', nodes: 3, nodes_max: 2 }] },
  ],
  existing_table: [
    { existing_table: { instance: 'i', table: 't' }, bigtable_writes: 'conditional' },
  ],
  bigtable_writes: [{ bigtable_writes: 'both' }],
  rows_max_age_days: [
    { rows_max_age_days: 7 },
    { rows_max_age_days: 7.5 },
    { rows_max_age_days: 20, retention_days: 20 },
  ],
  existing_topic: [{ existing_topic: 'logs' }],
  publishers: [{ publishers: ['allUsers'] }, { publishers: ['butler@my-project'] }],
  retention_days: [{ retention_days: 0 }, { retention_days: 32 }, { retention_days: 1.5 }],
  min_instances: [{ min_instances: -1 }, { min_instances: 0.5 }],
  max_instances: [{ max_instances: 0 }, { max_instances: 2, min_instances: 3 }],
  memory: [{ memory: '1GB' }, { memory: '0Gi' }],
  cpu: [{ cpu: '0.5' }],
  concurrency: [{ concurrency: 0 }, { concurrency: 1001 }],
  settings: [{ settings: { PUSH_AUTH: 'off' } }, { settings: { MALLOC_TRIM_THRESHOLD_: '1' } }],
};

/** Inputs that are right, besides those above. */
const ALSO_GOOD: Readonly<Record<string, Block>> = {
  'the least that must be set': {},
  'an image and two clusters': {
    function_source: null,
    image: 'us-central1-docker.pkg.dev/my-project/logdog/collector',
    bigtable_clusters: [
      { zone: 'us-central1-b', nodes: 1, nodes_max: 3 },
      { zone: 'us-central1-c' },
    ],
    rows_max_age_days: 30,
    retention_days: 14,
    publishers: ['serviceAccount:butler@my-project.iam.gserviceaccount.com'],
    memory: '512Mi',
  },
  'a table and a topic that are there already': {
    existing_table: { instance: 'i', table: 't', cluster: 'c' },
    bigtable_writes: 'conditional',
    existing_topic: 'projects/p/topics/t',
    settings: { LOG_LEVEL: 'debug' },
    min_instances: 3,
    max_instances: 3,
  },
  'an account that builds': {
    existing_table: { instance: 'i', table: 't' },
    region: 'europe-west1',
    coordinator_host: 'localhost:8080',
    build_service_account: 'projects/p/serviceAccounts/b@p.iam.gserviceaccount.com',
  },
};

/** What a variable's validations say of a bad value. */
function messagesOf(variable: Block): string[] {
  const validations = variable.validation as readonly Block[];
  return validations.map(({ error_message: message }) => (message as string).split('${')[0]!);
}

const { variables, locals, references } = readDeployment().module;

/** A wrong input, the variable that refuses it, and all variables that this depends on. */
interface BadInput {
  readonly name: string;
  readonly inputs: Block;
  readonly concerned: ReadonlySet<string>;
}

function badInputs(): BadInput[] {
  return Object.entries(BAD).flatMap(([name, bad]) => {
    const validations = variables[name]!.validation as readonly Block[];
    const expressions = validations.map(({ condition }) => condition as string);
    const found = expressions.flatMap((expression) => references[expression] ?? []);
    const asked = found.map((reference) => reference.split('.')[1]!);
    return bad.map((inputs) => {
      return { name, inputs, concerned: new Set([...asked, ...Object.keys(inputs)]) };
    });
  });
}

/** Puts inputs together that do not concern the same variables: one plan tells about all of them. */
function together(all: readonly BadInput[]): BadInput[][] {
  const groups: BadInput[][] = [];
  for (const one of all) {
    const apart = (other: BadInput) =>
      ![...one.concerned].some((name) => other.concerned.has(name));
    const fits = groups.find((group) => group.every(apart));
    if (fits) fits.push(one);
    else groups.push([one]);
  }
  return groups;
}

describe('the variables of the Terraform module', () => {
  test('with a validation have each a wrong value in these tests', () => {
    const validated = Object.keys(variables).filter((name) => 'validation' in variables[name]!);
    expect(Object.keys(BAD).sort()).toEqual(validated.sort());
  });
});

describeWithTerraform('terraform plan', () => {
  const folder = folderOfSuite();

  // The variables alone: what they validate needs no provider.
  beforeAll(async () => {
    cpSync(join(MODULE, 'variables.tf'), join(folder, 'variables.tf'));
    const own = { own_settings: locals.own_settings };
    writeFileSync(join(folder, 'locals.tf.json'), JSON.stringify({ locals: own }));
    expect(await terraform(folder, ['init', '-backend=false'])).toMatchObject({ status: 0 });
  });

  async function plan(inputs: Block): Promise<string> {
    const set = Object.entries({ ...GOOD, ...inputs }).filter(([, value]) => value !== null);
    writeFileSync(join(folder, 'in.tfvars.json'), JSON.stringify(Object.fromEntries(set)));
    const args = ['plan', '-no-color', '-var-file=in.tfvars.json'];
    const { status, out } = await terraform(folder, args);
    // As one line, without the frame around errors.
    return status === 0 ? 'planned' : out.replaceAll(/[\s│]+/g, ' ');
  }

  test.each(Object.keys(ALSO_GOOD))('accepts %s', async (title) => {
    expect(await plan(ALSO_GOOD[title]!)).toBe('planned');
  });

  test('rejects each wrong value, and says what is wrong with it', async () => {
    for (const group of together(badInputs())) {
      const said = await plan(Object.assign({}, ...group.map(({ inputs }) => inputs)) as Block);
      const silent = group.filter(
        ({ name }) => !messagesOf(variables[name]!).some((message) => said.includes(message)),
      );
      expect(silent).toEqual([]);
    }
  });
});
