import icon from '@sovinto/ui/icons/icon.css?inline';
import tokens from '@sovinto/ui/tokens.css?inline';
import attachment from './styles/attachment.css?inline';
import base from './styles/base.css?inline';
import buttons from './styles/buttons.css?inline';
import cards from './styles/cards.css?inline';
import composer from './styles/composer.css?inline';
import copies from './styles/copies.css?inline';
import ended from './styles/ended.css?inline';
import launcher from './styles/launcher.css?inline';
import messages from './styles/messages.css?inline';
import panel from './styles/panel.css?inline';
import qr from './styles/qr.css?inline';
import states from './styles/states.css?inline';

export const styles = [
  tokens,
  icon,
  base,
  launcher,
  panel,
  messages,
  attachment,
  buttons,
  cards,
  copies,
  qr,
  composer,
  states,
  ended,
].join('\n');
