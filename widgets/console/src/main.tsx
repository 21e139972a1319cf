import { render } from 'preact';
import '@sovinto/ui/tokens.css';
import '@sovinto/ui/icons/icon.css';
import './styles/index.css';
import { App } from './App.tsx';
import { Desk } from './desk.ts';

const desk = new Desk(navigator.languages);
void desk.session.resume();

const root = document.getElementById('console');
if (root) render(<App desk={desk} />, root);
