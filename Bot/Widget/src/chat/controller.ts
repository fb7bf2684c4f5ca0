import { Conversation } from '../client/conversation';
import type { Environment } from '../client/environment';
import { isMine, type Activity, type CardAction } from '../client/protocol';
import { SessionStore } from '../client/session';
import { Transcript, type Entry } from '../client/transcript';
import type { Chat, ChatHost } from '../launcher/contract';
import * as en from '../texts/en';
import { languageOf, type Language } from '../texts/language';
import * as vi from '../texts/vi';
import { Composer } from './composer';
import { Log } from './log';
import { isOfficial } from './message';
import { Modal } from './modal';
import { Panel } from './panel';

const typingMs = 12_000;

/** Joins the conversation with what is seen of it. */
export class ChatController implements Chat {
  private readonly transcript = new Transcript();
  private readonly sessions: SessionStore;
  private readonly conversation: Conversation;
  private readonly log = new Log(this.transcript, action => this.choose(action));
  private readonly composer = new Composer((text, files) => this.say(text, files));
  private readonly panel: Panel;
  private readonly modal: Modal;
  private language: Language;
  private shown = false;
  private keys = 0;
  private typingTimer = 0;

  constructor(private readonly host: ChatHost, env: Environment) {
    this.language = host.language;
    this.sessions = new SessionStore(host.server, () => localStorage);
    this.panel = new Panel({
      close: () => host.close(),
      renew: () => this.renew(),
      switchLanguage: () => {
        this.speak(this.language === 'vi' ? 'en' : 'vi');
        host.languageChanged(this.language);
        void this.conversation.chooseLanguage();
      },
    }, this.log.element, this.composer.element);
    this.modal = new Modal(this.panel.element);
    host.root.append(this.panel.element);
    this.conversation = new Conversation(host.server, () => (this.language === 'en' ? 'en' : 'vi-VN'), this.sessions, env, {
      activities: (activities, history) => this.receive(activities, history),
      state: state => this.panel.show(state),
      renewed: () => {
        this.transcript.clear();
        this.log.redraw();
        this.log.notice(this.texts.renewed);
      },
    });
    this.speak(this.language);
    addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.wake);
    // A remembered conversation is read at once, so that the launcher can say what is new in it.
    if (this.sessions.load()) void this.conversation.start();
  }

  open(focus: boolean): void {
    this.shown = true;
    this.panel.element.hidden = false;
    this.modal.toggle(true);
    this.log.toEnd();
    void this.conversation.start();
    this.seen();
    if (!focus) return;
    // On a touch screen the keyboard would cover the greeting, so the dialog itself takes the focus.
    if (matchMedia('(pointer: coarse)').matches) this.panel.element.focus();
    else this.composer.focus();
  }

  close(): void {
    this.shown = false;
    this.modal.toggle(false);
    this.panel.element.hidden = true;
  }

  ask(question: string): void {
    this.say(question);
  }

  speak(language: Language): void {
    this.language = language;
    this.panel.element.lang = language;
    this.panel.speak(this.texts);
    this.composer.speak(this.texts);
    this.log.speak({
      texts: this.texts,
      language,
      retry: entry => void this.deliver(entry),
      submit: (value, replyTo) => this.submit(value, replyTo),
      answered: activity => this.transcript.entries.some(e => e.status === 'sent' && e.activity.replyToId === activity.id),
    });
  }

  dispose(): void {
    this.conversation.stop();
    this.modal.dispose();
    removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
  }

  private get texts(): typeof vi.chat {
    return (this.language === 'en' ? en : vi).chat;
  }

  private readonly wake = (): void => {
    if (!document.hidden) this.conversation.wake();
  };

  private receive(activities: Activity[], history: boolean): void {
    let changed = false;
    for (const activity of activities) {
      const { change, entry } = this.transcript.receive(activity);
      if (activity.type === 'typing' && !isMine(activity) && change === 'none') this.typing(true);
      if (change === 'none' || !entry) continue;
      changed = true;
      if (!history) this.log.update(entry);
    }
    this.follow(activities);
    if (!changed) return;
    if (history) this.log.redraw();
    if (this.shown) this.seen();
    else this.host.unread(this.transcript.unreadAfter(this.sessions.load()?.seen));
  }

  /** Turns to the language in which the assistant speaks, or which was chosen last; an official writes in a language of their own. */
  private follow(activities: Activity[]): void {
    const told = [...activities].reverse().find(a => a.locale && (isMine(a) ? a.name === 'language' : a.type === 'message' && !isOfficial(a)));
    if (!told || languageOf(told.locale) === this.language) return;
    this.speak(languageOf(told.locale));
    this.host.languageChanged(this.language);
  }

  private seen(): void {
    const seen = this.transcript.lastId;
    if (seen !== undefined) this.sessions.update({ seen });
    this.host.unread(0);
  }

  private typing(on: boolean): void {
    clearTimeout(this.typingTimer);
    this.log.showTyping(on);
    if (on) this.typingTimer = window.setTimeout(() => this.typing(false), typingMs);
  }

  private say(text: string, files: readonly File[] = []): void {
    this.post({
      type: 'message',
      ...(text ? { text, textFormat: 'plain' } : {}),
      ...(files.length > 0 ? { attachments: files.map(file => ({ contentType: file.type, name: file.name })) } : {}),
    }, files);
  }

  private choose(action: CardAction): void {
    const shown = action.displayText ?? action.text ?? action.title;
    if (action.type === 'postBack' || action.type === 'messageBack') {
      const said = action.type === 'messageBack' ? action.text : typeof action.value === 'string' ? action.value : undefined;
      this.post({
        type: 'message',
        ...(said ?? shown ? { text: said ?? shown! } : {}),
        ...(typeof action.value === 'string' ? {} : { value: action.value }),
        channelData: { postBack: true },
      });
    } else this.say(typeof action.value === 'string' ? action.value : shown ?? '');
    this.composer.focus();
  }

  private submit(value: unknown, replyTo: Activity): Promise<boolean> {
    return this.post({
      type: 'message',
      value,
      channelData: { postBack: true },
      ...(replyTo.id === undefined ? {} : { replyToId: replyTo.id }),
    });
  }

  private post(activity: Activity, files: readonly File[] = []): Promise<boolean> {
    const key = `${Date.now().toString(36)}${(this.keys++).toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    const entry = this.transcript.optimistic(key, {
      ...activity,
      from: { id: '', role: 'user' },
      channelData: { ...activity.channelData, clientActivityID: key },
    });
    if (files.length > 0) entry.files = files;
    return this.deliver(entry);
  }

  private async deliver(entry: Entry): Promise<boolean> {
    if (!this.transcript.entries.includes(entry)) this.transcript.entries.push(entry);
    entry.status = 'sending';
    this.log.update(entry);
    const { from: _, ...activity } = entry.activity;
    const result = await this.conversation.send(activity, entry.files);
    // The conversation may have been begun anew on the way: the message goes on in the new one.
    if (!this.transcript.entries.includes(entry)) this.transcript.entries.push(entry);
    if (!result.ok) entry.why = result.why;
    this.transcript.mark(entry.key, result.ok ? 'sent' : 'failed', result.ok ? result.id : undefined);
    this.log.update(entry);
    return result.ok;
  }

  private renew(): void {
    this.transcript.clear();
    this.log.redraw();
    void this.conversation.renew();
    this.composer.focus();
  }
}
