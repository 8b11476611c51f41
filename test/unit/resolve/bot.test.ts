import { describe, expect, test } from 'vitest';
import { findMachines, type IdentityFields, type KindRules } from '../../../src/resolve/bot.ts';

const RULES: KindRules = {
  decisions: [
    { identity: 'hal@ship.io', kind: 'person' },
    { identity: 'Nightly Import', kind: 'bot' },
  ],
  agents: [
    { matchKind: 'email', value: 'noreply@anthropic.com' },
    { matchKind: 'login', value: 'copilot-swe-agent[bot]' },
    { matchKind: 'name', value: 'devin' },
  ],
  bots: [
    { matchKind: 'name', value: 'weblate' },
    { matchKind: 'email', value: 'hal@ship.io' },
  ],
};

function identity(name: string, email: string, isAgent = false): IdentityFields {
  return { identityId: 1n, name, email, mappedName: name, mappedEmail: email, isAgent };
}

describe('findMachines', () => {
  test.each([
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', 'bot', 'bot_suffix'],
    ['renovate-bot', 'x@renovate.io', 'bot', 'machine_name'],
    ['Weblate', 'hosted@weblate.io', 'bot', 'listed'],
    ['GitHub', 'noreply@github.com', 'bot', 'forge'],
    ['Travis CI', 'builds@ci.io', 'bot', 'machine_name'],
    ['Claude', 'noreply@anthropic.com', 'agent', 'listed'],
    [
      'copilot-swe-agent[bot]',
      '198982749+copilot-swe-agent[bot]@users.noreply.github.com',
      'agent',
      'listed',
    ],
    ['', '7+jenkins-orrery@users.noreply.github.com', 'bot', 'machine_name'],
    ['Nightly Import', 'cron@ship.io', 'bot', 'decision'],
    ['HAL', 'hal@ship.io', 'person', 'decision'],
  ])('takes %s <%s> for a %s by %s', (name, email, kind, rule) => {
    expect(findMachines([identity(name, email)], RULES)).toMatchObject([{ kind, rule }]);
  });

  test.each([
    ['Claude Monet', 'claude@painter.fr'],
    ['Claude', 'claude@painter.fr'],
    ['Devin', 'devin@house.uk'],
    ['Edward Talbot', 'talbot@house.uk'],
    ['Travis Oliphant', 'travis@gmail.com'],
    ['Jenkins Jones', 'jenkins.jones@house.uk'],
    ['Abbot', 'abbot@house.uk'],
    ['Cicero', 'cicero@rome.it'],
    ['Travis Oliphant', '7+travis-oliphant@users.noreply.github.com'],
  ])('leaves %s <%s> a person', (name, email) => {
    expect(findMachines([identity(name, email)], RULES)).toEqual([]);
  });

  test('believes the words of credits that only fit an agent, unless a decision says otherwise', () => {
    expect(findMachines([identity('Claude', '', true)], RULES)).toMatchObject([
      { kind: 'agent', rule: 'credit' },
    ]);
    expect(findMachines([identity('HAL', 'hal@ship.io', true)], RULES)).toMatchObject([{ kind: 'person' }]);
  });
});
