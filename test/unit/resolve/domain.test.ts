import { expect, test } from 'vitest';
import { noreplyAccount } from '../../../src/core/noreply.ts';
import { resolveDomains } from '../../../src/resolve/domain.ts';
import { comparableEmail, isPersonalEmail } from '../../../src/resolve/email.ts';

test.each([
  ['ibm.com', 'ibm.com'],
  ['us.ibm.com', 'ibm.com'],
  ['oss.ntt.co.jp', 'ntt.co.jp'],
  ['sss.pgh.pa.us', 'pgh.pa.us'],
  ['cs.uni.ac.uk', 'uni.ac.uk'],
  ['localhost', null],
  ['host.localdomain', null],
  ['mail.example', null],
  ['10.0.0.1', null],
  ['two..dots', null],
  ['', null],
])('the registrable domain of `%s` is %s', async (emailDomain, registrableDomain) => {
  expect(await resolveDomains([emailDomain])).toEqual([{ emailDomain, registrableDomain }]);
});

test.each([
  ['ann@author.io', true],
  ['ann+git@author.io', true],
  ['noreply@author.io', false],
  ['no-reply@author.io', false],
  ['root@author.io', false],
  ['dev2@author.io', false],
  ['ann@localhost', false],
  ['ann@author', false],
  ['ann@example.com', false],
  ['(none)', false],
  ['ann', false],
  ['a b@author.io', false],
])('whether `%s` can tell people apart: %s', (email, isPersonal) => {
  expect(isPersonalEmail(email)).toBe(isPersonal);
});

test('reads both forms of a noreply address', () => {
  expect(noreplyAccount('7+ann@users.noreply.github.com')).toEqual({ accountId: '7', login: 'ann' });
  expect(noreplyAccount('ann@users.noreply.github.com')).toEqual({ accountId: null, login: 'ann' });
  expect(noreplyAccount('noreply@github.com')).toBeNull();
  expect(comparableEmail(' <Ann@Author.io> ')).toBe('ann@author.io');
});
