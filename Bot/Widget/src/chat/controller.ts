import { openCases } from '../client/cases';
import { Conversation } from '../client/conversation';
import type { Environment } from '../client/environment';
import { isMine, wordsOf, type Activity, type CardAction } from '../client/protocol';
import { SessionStore, sessionKey } from '../client/session';
import { safeStorage } from '../client/storage';
import { Transcript, type Entry } from '../client/transcript';
import { UnsentStore } from '../client/unsent';
import type { Chat, ChatHost } from '../launcher/contract';
import * as en from '../texts/en';
import { languageOf, type Language } from '../texts/language';
import * as vi from '../texts/vi';
import { Composer } from './composer';
import { acceptDrops } from './drops';
import { Log, type Notice } from './log';
import { isOfficial } from './message';
import { Modal } from './modal';
import { Panel } from './panel';
import { Sender } from './sender';
import { check, list } from './service';

/** The assistant's own typing sign ends by itself: it may have nothing to say. */
const typingMs = 12_000;
/** A quick answer needs no typing sign. */
const typingDelayMs = 300;

/** Joins the conversation with what is seen of it. */
export class ChatController implements Chat {
  private readonly transcript = new Transcript();
  private readonly drafts = safeStorage(() => sessionStorage);
  private readonly sessions: SessionStore;
  private readonly conversation: Conversation;
  private readonly log = new Log(this.transcript, action => this.choose(action));
  private readonly composer: Composer;
  private readonly sender: Sender;
  private readonly panel: Panel;
  private readonly modal: Modal;
  private language: Language;
  private shown = false;
  private typingTimer = 0;
  /** The visitor's last vote on each answer. */
  private readonly votes = new Map<string, boolean>();

  constructor(private readonly host: ChatHost, env: Environment) {
    this.language = host.language;
    const shared = safeStorage(() => localStorage);
    this.sessions = new SessionStore(host.server, shared);
    const questions = (): Promise<string[]> => list(host.server, this.language, 'titles');
    const calls = { send: (text: string, files: File[]) => this.say(text, files), questions };
    this.composer = new Composer(calls, this.drafts, `policy-assistant:draft:${host.server}`);
    this.panel = new Panel({
      close: () => host.close(),
      renew: () => this.renew(),
      openCases: () => openCases(this.transcript.entries.map(e => e.activity)),
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
      renewed: () => this.restart('renewed'),
      moved: () => this.restart('moved'),
    });
    this.sender = new Sender(this.transcript, this.conversation, new UnsentStore(host.server, shared), entry => this.log.update(entry));
    this.speak(this.language);
    addEventListener('online', this.online);
    addEventListener('offline', this.offline);
    addEventListener('storage', this.otherTab);
    document.addEventListener('visibilitychange', this.visible);
    acceptDrops(this.panel.element, files => this.composer.add(files));
    // A remembered conversation is read at once, so that the launcher can say what is new in it.
    if (this.sessions.load() || this.sender.hasUnsent) void this.conversation.start();
    this.sender.restore(Date.now());
  }

  open(focus: boolean): void {
    this.shown = true;
    this.panel.element.hidden = false;
    this.composer.fit();
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
      retry: entry => void this.sender.deliver(entry),
      sendNow: () => this.conversation.wake(),
      submit: (value, replyTo, isForm, waiting) => this.submit(value, replyTo, isForm, waiting),
      discard: entry => this.discard(entry),
      rewrite: entry => {
        this.composer.insert(wordsOf(entry.activity) ?? '');
        this.discard(entry);
      },
      drafts: this.drafts,
      list: name => list(this.host.server, this.language, name),
      check: values => check(this.host.server, language, values),
      replyTo: caseNumber => this.composer.replyTo(caseNumber),
      mail: answer => {
        void this.post({ type: 'message', value: { action: 'mailAnswer', answer }, channelData: { postBack: true } });
        this.composer.focus();
      },
      voted: answerId => this.votes.get(answerId),
      answered: activity => this.transcript.entries.some(e => e.status === 'sent' && e.activity.replyToId === activity.id),
    });
  }

  dispose(): void {
    this.conversation.dispose();
    this.modal.dispose();
    clearTimeout(this.typingTimer);
    this.panel.element.remove();
    removeEventListener('online', this.online);
    removeEventListener('offline', this.offline);
    removeEventListener('storage', this.otherTab);
    document.removeEventListener('visibilitychange', this.visible);
  }

  private get texts(): typeof vi.chat {
    return (this.language === 'en' ? en : vi).chat;
  }

  private readonly online = (): void => this.conversation.wake(true);

  private readonly offline = (): void => this.conversation.disconnected();

  private readonly visible = (): void => {
    if (!document.hidden) this.conversation.wake();
  };

  private readonly otherTab = (event: StorageEvent): void => {
    if (event.key === null || event.key === sessionKey(this.host.server)) this.conversation.follow();
  };

  /** Another conversation is shown from here on. */
  private restart(notice: Notice | undefined): void {
    this.transcript.clear();
    this.log.notice(notice);
    this.log.redraw();
  }

  private receive(activities: Activity[], history: boolean): void {
    let changed = false;
    for (const activity of activities) {
      this.noteVote(activity);
      if (isMine(activity)) this.sender.confirmed(activity);
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
    const tells = (a: Activity): boolean => (isMine(a) ? a.name === 'language' : a.type === 'message' && !isOfficial(a));
    const told = [...activities].reverse().find(a => a.locale && tells(a));
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

  /** A sign that something happens, without a word from the server. */
  private expectReply(): void {
    clearTimeout(this.typingTimer);
    this.typingTimer = window.setTimeout(() => {
      const last = this.transcript.entries[this.transcript.entries.length - 1];
      if (last && isMine(last.activity) && (last.status === 'sending' || last.status === 'sent')) this.typing(true);
    }, typingDelayMs);
  }

  private say(text: string, files: readonly File[] = []): void {
    this.post({
      type: 'message',
      ...(text ? { text, textFormat: 'plain' } : {}),
      ...namesOf(files),
    }, files);
  }

  private choose(action: CardAction): void {
    const shown = action.displayText ?? action.text ?? action.title;
    const files = this.composer.takeFiles();
    if (action.type === 'postBack' || action.type === 'messageBack') {
      const said = action.type === 'messageBack' ? action.text : typeof action.value === 'string' ? action.value : undefined;
      this.post({
        type: 'message',
        ...(said ?? shown ? { text: said ?? shown! } : {}),
        ...(typeof action.value === 'string' ? {} : { value: action.value }),
        channelData: { postBack: true },
        ...namesOf(files),
      }, files);
    } else this.say(typeof action.value === 'string' ? action.value : shown ?? '', files);
    this.composer.focus();
  }

  private noteVote(activity: Activity): void {
    const value = activity.value as { action?: unknown; answer?: unknown; up?: unknown } | undefined;
    if (isMine(activity) && value?.action === 'vote' && typeof value.answer === 'string') this.votes.set(value.answer, value.up === true);
  }

  /** A form takes along what is staged beside the box: to who stages a file and then sends the form, it is one thing. */
  private async submit(value: unknown, replyTo: Activity, isForm: boolean, waiting: () => void): Promise<boolean> {
    const files = sendsForm(value) ? this.composer.takeFiles() : [];
    const activity: Activity = {
      type: 'message',
      value,
      channelData: { postBack: true },
      ...(replyTo.id === undefined ? {} : { replyToId: replyTo.id }),
      ...namesOf(files),
    };
    const sent = await this.post(activity, files, isForm, waiting);
    if (!sent && files.length > 0) this.giveBack(files);
    return sent;
  }

  /** The form can be sent again, and its files with it: they are not offered a second time as a message of their own. */
  private giveBack(files: File[]): void {
    const entry = this.transcript.entries.find(e => e.files === files);
    if (entry) {
      this.sender.discard(entry);
      this.log.erase(entry);
    }
    this.composer.add(files);
  }

  private post(activity: Activity, files: readonly File[] = [], isForm = false, waiting?: () => void): Promise<boolean> {
    this.log.notice(undefined);
    const sent = this.sender.post(activity, files, isForm, waiting);
    this.expectReply();
    return sent;
  }

  private discard(entry: Entry): void {
    this.sender.discard(entry);
    this.log.erase(entry);
    this.composer.focus();
  }

  private renew(): void {
    this.log.forgetForms();
    this.restart(undefined);
    this.composer.address(undefined);
    void this.conversation.renew();
    this.composer.focus();
  }
}

const namesOf = (files: readonly File[]): Pick<Activity, 'attachments'> =>
  files.length > 0 ? { attachments: files.map(file => ({ contentType: file.type, name: file.name })) } : {};

/** The two buttons that lead a form on; others, as the one that gives it up, leave what is staged where it is. */
const sendsForm = (value: unknown): boolean =>
  ['form', 'confirm'].includes((value as { action?: string } | null)?.action ?? '');
