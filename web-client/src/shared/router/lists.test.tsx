import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Link, Route, Switch, useListBefore, useSearchParams, useThisList } from '.';

const [SEARCH, ITEM, BACK] = ['Search', 'One', 'Back'];

function List() {
  const list = useThisList();
  const [, setParameters] = useSearchParams();
  return (
    <>
      <button onClick={() => setParameters({ q: 'heart & skin' }, { replace: true })}>{SEARCH}</button>
      <Link to="/doctors/one" state={list}>
        {ITEM}
      </Link>
    </>
  );
}

function Item() {
  return <Link to={useListBefore('/doctors')}>{BACK}</Link>;
}

const shown = () =>
  render(
    <Switch>
      <Route path="/doctors">
        <List />
      </Route>
      <Route path="/doctors/:id">
        <Item />
      </Route>
    </Switch>,
  );
const back = () => screen.getByRole('link', { name: BACK });

beforeEach(() => window.history.replaceState(null, '', '/doctors'));

it('leads back to the list as it was', () => {
  shown();
  fireEvent.click(screen.getByRole('button', { name: SEARCH }));
  fireEvent.click(screen.getByRole('link', { name: ITEM }));
  fireEvent.click(back());
  expect(window.location.pathname + window.location.search).toBe('/doctors?q=heart+%26+skin');
});

it.each([null, { list: '/patients?q=heart' }, { list: '//elsewhere.example' }, { list: 1 }])(
  'leads to the plain list where one did not come from it: %s',
  (state) => {
    window.history.replaceState(state, '', '/doctors/one');
    shown();
    expect(back().getAttribute('href')).toBe('/doctors');
  },
);
