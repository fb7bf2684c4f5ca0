import { browser } from '../client/environment';
import type { Chat, ChatHost } from '../launcher/contract';
import { adopt } from '../launcher/dom';
import { setService } from '../markdown/absolute';
import cards from './cards.css';
import frame from './chat.css';
import { ChatController } from './controller';
import messages from './messages.css';

/** The chat, drawn into the launcher's shadow root. */
export function createChat(host: ChatHost): Chat {
  setService(host.server);
  adopt(host.root, messages + cards + frame, host.server);
  return new ChatController(host, browser);
}
