import { browser } from '../client/environment';
import type { Chat, ChatHost } from '../launcher/contract';
import { adopt } from '../launcher/dom';
import cards from './cards.css';
import css from './chat.css';
import { ChatController } from './controller';

/** The chat, drawn into the launcher's shadow root. */
export function createChat(host: ChatHost): Chat {
  adopt(host.root, css + cards);
  return new ChatController(host, browser);
}
