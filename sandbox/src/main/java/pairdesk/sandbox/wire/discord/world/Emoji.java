package pairdesk.sandbox.wire.discord.world;

import pairdesk.sandbox.wire.discord.protocol.ApiError;

/** A Unicode emoji such as ✅. Custom emojis do not exist on this server. */
public record Emoji(String name) {
  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  /**
   * Reads an emoji from a path or a body.
   *
   * @throws ApiError 10014 when the text is no emoji
   */
  public static Emoji parse(String text) {
    boolean known =
        !text.isEmpty()
            && text.codePoints().anyMatch(Emoji::shows)
            && text.codePoints().allMatch(point -> shows(point) || joins(point));
    if (!known) {
      throw ApiError.unknownEmoji();
    }
    return new Emoji(text);
  }

  private static boolean shows(int point) {
    return point == KEYCAP || (point > 0x7F && Character.isEmoji(point));
  }

  private static boolean joins(int point) {
    return point == VARIATION_SELECTOR || Character.isEmojiComponent(point) || point == 0x200D;
  }
}
