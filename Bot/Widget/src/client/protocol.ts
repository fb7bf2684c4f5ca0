/** The parts of the Bot Framework activity schema and Direct Line 3.0 that the chat reads and writes. */
export interface Activity {
  type: string;
  /** What an event is. */
  name?: string;
  id?: string;
  timestamp?: string;
  locale?: string;
  from?: { id: string; name?: string; role?: string };
  text?: string;
  textFormat?: string;
  replyToId?: string;
  value?: unknown;
  attachments?: Attachment[];
  suggestedActions?: { actions?: CardAction[] };
  channelData?: ChannelData;
  entities?: Entity[];
}

export interface Attachment {
  contentType: string;
  content?: unknown;
  contentUrl?: string;
  name?: string;
}

export interface CardAction {
  type: string;
  title?: string;
  text?: string;
  displayText?: string;
  value?: unknown;
}

export interface ChannelData {
  clientActivityID?: string;
  postBack?: boolean;
  streamType?: string;
  streamId?: string;
  [key: string]: unknown;
}

export interface Entity {
  type: string;
  citation?: Claim[];
  [key: string]: unknown;
}

/** A schema.org claim: what a numbered reference in the text rests on. */
export interface Claim {
  position?: number;
  appearance?: { name?: string; abstract?: string; url?: string };
}

export interface ActivitySet {
  activities?: Activity[];
  watermark?: string;
}

/** What the token and conversation endpoints answer. `resume` outlives the token and opens the same conversation again. */
export interface Grant {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl?: string;
  resume?: string;
}

export const isMine = (activity: Activity): boolean => activity.from?.role === 'user';

export const clientKey = (activity: Activity): string | undefined => activity.channelData?.clientActivityID;

/** What the visitor said: typed, or by pressing a button of a card that stands for words. */
export function wordsOf(activity: Activity): string | undefined {
  const pressed = (activity.value as { text?: unknown } | undefined)?.text;
  return activity.text || (typeof pressed === 'string' && pressed ? pressed : undefined);
}
