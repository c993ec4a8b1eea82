import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFECTS } from './defects.js';
import { plant } from './plant.js';

const ROOT = join(__dirname, '../../..');

describe('the planted defects', () => {
  test.each(DEFECTS.map((defect) => [defect.name, defect] as const))(
    'defect "%s": its text occurs once in the source, and the test that must catch it exists',
    (_name, defect) => {
      const source = readFileSync(join(ROOT, 'src', defect.file), 'utf8');
      expect(plant(defect, source)).not.toBe(source);
      const [folder = ''] = defect.caughtBy.split('/');
      expect(
        existsSync(join(__dirname, '..', folder)) ||
          existsSync(join(__dirname, '..', `${folder}.test.js`)),
      ).toBe(true);
    },
  );

  test('the list of defects has at least 20', () => {
    expect(DEFECTS.length).toBeGreaterThanOrEqual(20);
    expect(new Set(DEFECTS.map(({ name }) => name)).size).toBe(DEFECTS.length);
  });
});
