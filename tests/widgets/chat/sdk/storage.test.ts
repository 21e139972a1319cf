import { Storage } from '@sovinto/chat/sdk/storage.ts';
import { subjectOf } from '@sovinto/chat/sdk/token.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { token } from '../wire.ts';

const access = { id: 'c1', access_token: 'key' };

beforeEach(() => sessionStorage.clear());

describe('what is kept', () => {
  test('is kept a client and a visitor apart', () => {
    new Storage('one', 'SE-1001').conversation = access;
    expect(new Storage('one', 'SE-1001').conversation).toMatchObject(access);
    expect(new Storage('other', 'SE-1001').conversation).toBeNull();
  });

  test('is found by the next page of the site, which has no token', () => {
    new Storage('one', 'SE-1001').conversation = access;
    expect(new Storage('one', null).conversation).toMatchObject(access);
  });

  test('is gone for everybody as soon as another visitor has come, whatever they did', () => {
    new Storage('one', 'SE-1001').conversation = access;
    const second = new Storage('one', 'SE-2002');
    expect(second.conversation).toBeNull();
    expect(new Storage('one', null).conversation).toBeNull();
  });

  test('is not handed to another visitor who identifies on the same page', () => {
    new Storage('one', 'SE-1001').conversation = access;
    const page = new Storage('one', null);
    page.draft = 'Mitt';
    page.belongsTo('SE-2002');
    expect(page.conversation).toBeNull();
    expect(page.draft).toBe('');
  });

  test('goes along when its own visitor identifies', () => {
    const page = new Storage('one', null);
    page.conversation = access;
    page.draft = 'Mitt';
    page.belongsTo('SE-1001');
    expect(page.conversation).toMatchObject(access);
    expect(page.draft).toBe('Mitt');
  });

  test('is nothing where the browser forbids it, and nothing breaks', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    const storage = new Storage('one', null);
    storage.conversation = access;
    expect(storage.conversation).toBeNull();
  });
});

describe('whose a token is', () => {
  test('its subject, else its case', () => {
    expect(subjectOf(token({ sub: 'person-7', case: 'SE-1001' }))).toBe('person-7');
    expect(subjectOf(token({ case: 'SE-1001' }))).toBe('SE-1001');
  });

  test.each([null, '', 'abc', 'a.%%%.c', 'e30.e30.x', `x.${btoa('"text"')}.x`])(
    'of %s it is nobody’s',
    (given) => {
      expect(subjectOf(given)).toBeNull();
    },
  );
});
