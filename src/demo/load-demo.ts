import type { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { refreshStatistics } from '../platform/database/prepare-database.js';
import { Act } from '../platform/rights/act.js';
import { createProgram } from '../server.js';
import { loadAccounts } from './accounts.js';
import { isLoaded, loadArticle, loadIssuingBodies } from './article.js';
import { ALLIANCE_CODE } from './facts.js';
import { loadCongresses } from './congresses.js';
import { loadAwards } from './awards.js';
import { loadMemberships } from './memberships.js';
import { holds, loadOrganizations } from './organizations.js';
import { papersOf } from './papers.js';
import { loadPeople } from './people.js';
import { planOrganizations } from './plan.js';
import { loadTargets } from './targets.js';
import { loadTraining } from './training.js';

interface Options {
  say: (line: string) => void;
  password: string;
  settings: Settings;
}

/**
 * Loads the demo registry once, through the services, and gives its accounts the password at each start. All
 * organisations and people are invented, but for the office-holders that the article names. A loading that was
 * interrupted goes on at the next start.
 * @throws StartRefusal when the registry is somebody's: nothing of the demo could be taken out of it again
 */
export async function loadDemo(databaseUrl: string, { say, password, settings }: Options): Promise<void> {
  const app = await createProgram({ databaseUrl, settings });
  try {
    await app.init();
    const act = Act.system('nạp dữ liệu mẫu', await allianceId(app.get(Database)));
    const planned = planOrganizations();
    await refuseOthers(app.get(Database), planned);
    if (!(await isLoaded(app))) {
      say('Loading the demo registry …');
      const papers = await papersOf(app, await loadIssuingBodies(app, act), act);
      const organizations = await loadOrganizations(app, planned, act);
      await loadMemberships(app, organizations, papers, act);
      await loadPeople(app, organizations, act);
      await loadCongresses(app, act);
      await loadAwards(app, papers, act);
      await loadTraining(app, act);
      await loadTargets(app, organizations, act);
      await loadArticle(app, act);
      await refreshStatistics(databaseUrl);
    }
    await loadAccounts(app, password, act);
  } finally {
    await app.close();
  }
}

/** The demo registry itself begins with papers, before the first organisation. */
const USED = `select exists (select from organizations) or exists (select from people) or exists (select from accounts) as used`;

async function refuseOthers(database: Database, planned: ReturnType<typeof planOrganizations>): Promise<void> {
  const [registry] = await database.run<{ used: boolean }>({ text: USED, values: [] });
  if (registry?.used && !(await holds(database, planned))) {
    throw new StartRefusal(
      'This registry is in use: load the demo registry into an empty one (another DATA_FOLDER or DATABASE_URL).',
    );
  }
}

async function allianceId(database: Database): Promise<string> {
  const [alliance] = await database.run<{ id: string }>({
    text: 'select id from alliances where code = $1',
    values: [ALLIANCE_CODE],
  });
  if (!alliance)
    throw new StartRefusal(`There is no alliance with the code ${ALLIANCE_CODE}: the demo registry is its.`);
  return alliance.id;
}
