package io.visavis.backoffice.headers;

import java.util.regex.Pattern;

/** What a path belongs to, as far as its headers are concerned. */
enum Area {
  /** Pages that hosts embed. */
  EMBEDDED,
  /** What the account admin's page shows of the visitor's side, in a frame inside it. */
  PREVIEW,
  /** The visitor's sharing window. */
  POPUP,
  /** The page on which a link is answered. */
  ACCEPT,
  /** Scripts that foreign pages load. */
  FOREIGN_SCRIPT,
  /** Answers that are nobody's to keep. */
  API,
  /** WebSocket handshakes. */
  SOCKET,
  /** Every other page or file. */
  OTHER;

  private static final Pattern EMBEDDED_PAGE = Pattern.compile("/(panel|admin)/(index\\.html)?");
  private static final Pattern PREVIEW_PAGE = Pattern.compile("/preview/(index\\.html)?");
  private static final Pattern POPUP_PAGE = Pattern.compile("/popup/.*");
  private static final Pattern ACCEPT_PAGE = Pattern.compile("/accept/.*");
  private static final Pattern SCRIPT =
      Pattern.compile("/visavis(-share)?\\.(js|d\\.ts)|/widget/.*|/reference/chat\\.js");
  private static final Pattern API_ANSWER = Pattern.compile("/api/.*|/reference/api/.*");
  private static final Pattern HANDSHAKE = Pattern.compile("/signal|/reference/chat");

  /** Whether pages of it may stand in frames of hosts. */
  boolean framed() {
    return this == EMBEDDED || this == PREVIEW;
  }

  static Area of(String path) {
    if (EMBEDDED_PAGE.matcher(path).matches()) {
      return EMBEDDED;
    }
    if (PREVIEW_PAGE.matcher(path).matches()) {
      return PREVIEW;
    }
    if (POPUP_PAGE.matcher(path).matches()) {
      return POPUP;
    }
    if (ACCEPT_PAGE.matcher(path).matches()) {
      return ACCEPT;
    }
    if (SCRIPT.matcher(path).matches()) {
      return FOREIGN_SCRIPT;
    }
    if (HANDSHAKE.matcher(path).matches()) {
      return SOCKET;
    }
    return API_ANSWER.matcher(path).matches() ? API : OTHER;
  }
}
