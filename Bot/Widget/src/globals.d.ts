/** A style sheet, as text. */
declare module '*.css' {
  const css: string;
  export default css;
}

/** The chat module's hashed file name, set by the build. */
declare const CHAT_FILE: string;
