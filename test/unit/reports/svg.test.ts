import { describe, expect, test } from 'vitest';
import { inlineSvg, standaloneSvg, tidySvg } from '../../../src/reports/svg.ts';

describe('drawings', () => {
  test('loses what can not be seen and keeps what can', () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10"><g class="a" role="b"><path class="background" aria-hidden="true" d="M0,0h9v9h-9Z"/>' +
      '<g transform="translate(0.5,1.25)"><text opacity="0">gone</text><text opacity="1" fill="#000000">a class="b" &lt;</text></g><g fill="none"></g></g></svg>';
    expect(tidySvg(svg)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10"><g transform="translate(0.5,1.3)"><text fill="#000000">a class="b" &lt;</text></g></svg>',
    );
  });

  test('joins neighbouring shapes of one look only', () => {
    const svg =
      '<svg><path d="M0,0h1Z" fill="#a"/><path d="M2,0h1Z" fill="#a"/><path d="M4,0h1Z" fill="#b"/><path d="M6,0h1" fill="#b"/></svg>';
    expect(tidySvg(svg)).toBe(
      '<svg><path d="M0,0h1ZM2,0h1Z" fill="#a"/><path d="M4,0h1Z" fill="#b"/><path d="M6,0h1" fill="#b"/></svg>',
    );
  });

  test('takes the colours of the page, the hatch for the unknown, and ids of its own', () => {
    const palette = { names: new Map([['#0b5c8a', 'thing']]), unknown: '#d3cdc1' };
    expect(
      inlineSvg(
        '<svg xmlns="x"><clipPath id="clip0"></clipPath><g clip-path="url(#clip0)"><path fill="#0B5C8A"/><path fill="#d3cdc1"/><path stroke="#123456"/></g></svg>',
        palette,
        'flow-wide',
      ),
    ).toBe(
      '<svg aria-hidden="true" focusable="false"><clipPath id="flow-wide-clip0"></clipPath><g clip-path="url(#flow-wide-clip0)"><path fill="var(--thing)"/><path fill="url(#unknown)"/><path stroke="#123456"/></g></svg>',
    );
  });

  test('stands alone with its title, its paper and the hatch', () => {
    const svg = standaloneSvg('<svg width="9"><path fill="#d3cdc1"/></svg>', {
      title: 'A <b>',
      paper: '#ffffff',
      line: '#999999',
      unknown: '#d3cdc1',
    });
    expect(svg).toContain('<title>A &#60;b&#62;</title>');
    expect(svg).toContain('<path fill="url(#unknown)"/>');
  });
});
