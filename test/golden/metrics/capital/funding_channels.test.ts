import { metricTest } from '../../../support/metric-test.ts';

const link = (origin: string, platform: string, more = {}) => ({
  origin,
  platform,
  url: `https://${platform}`,
  ...more,
});

metricTest('funding_channels', {
  name: 'names each channel once, and says when only the owner declares it',
  given: {
    fct_funding_link: [
      link('repository', 'github'),
      link('owner', 'github'),
      link('owner', 'patreon'),
      link('repository', 'github', { url: 'https://github/other' }),
    ],
  },
  expect: [
    { platform: 'github', url: 'https://github', repository_count: 1n, is_from_owner: false },
    { platform: 'github', url: 'https://github/other', repository_count: 1n, is_from_owner: false },
    { platform: 'patreon', is_from_owner: true },
  ],
});
