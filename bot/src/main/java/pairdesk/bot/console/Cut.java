package pairdesk.bot.console;

/** Shortens text that is ready to show, without breaking what Discord reads in it. */
final class Cut {
  private static final String MORE = "…";
  private static final String FENCE = "```";
  private static final String CLOSED = MORE + "\n" + FENCE;

  private Cut() {}

  /** At most so many characters: no half character, no half escape, no code block left open. */
  static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    String head = whole(text, Math.max(0, most - CLOSED.length()));
    return head + (isCodeOpen(head) ? CLOSED : MORE);
  }

  private static String whole(String text, int most) {
    int end = most;
    while (end > 0 && text.charAt(end - 1) == '`') {
      end--;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int slashes = 0;
    while (slashes < end && text.charAt(end - 1 - slashes) == '\\') {
      slashes++;
    }
    return text.substring(0, end - slashes % 2);
  }

  private static boolean isCodeOpen(String text) {
    int fences = 0;
    for (int at = text.indexOf(FENCE); at >= 0; at = text.indexOf(FENCE, at + FENCE.length())) {
      fences++;
    }
    return fences % 2 == 1;
  }
}
