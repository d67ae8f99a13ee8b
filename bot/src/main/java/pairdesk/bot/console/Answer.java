package pairdesk.bot.console;

import java.util.List;

/** What the console answers to a command or a button. */
public sealed interface Answer {

  /**
   * A card with buttons below.
   *
   * @param buttons at most 25
   * @param audience who sees it
   */
  record Reply(Card card, List<Button> buttons, Audience audience) implements Answer {
    private static final int MOST_BUTTONS = 25;

    public Reply {
      buttons = List.copyOf(buttons);
      if (buttons.size() > MOST_BUTTONS) {
        throw new IllegalArgumentException(buttons.size() + " buttons, at most " + MOST_BUTTONS);
      }
    }
  }

  /** Asks the caller to type a word into a form; what they typed comes back as a word request. */
  record AskWord(ButtonId id, String title, String label, String word) implements Answer {
    private static final int LIMIT = 45;

    public AskWord {
      if (title.length() > LIMIT || label.length() > LIMIT || word.length() > LIMIT) {
        throw new IllegalArgumentException("a form's texts have at most 45 characters: " + title);
      }
    }
  }

  /** Nothing more to say: the message that was clicked has been replaced already. */
  record Nothing() implements Answer {}

  /** Who sees a reply. */
  enum Audience {
    CALLER,
    CHANNEL,
    /** Takes the place of the message that was clicked. */
    IN_PLACE
  }

  static Reply toCaller(Card card) {
    return new Reply(card, List.of(), Audience.CALLER);
  }

  static Reply toChannel(Card card) {
    return new Reply(card, List.of(), Audience.CHANNEL);
  }

  static Reply refusal(String why) {
    return toCaller(Card.of(Tone.BAD, "Not done", why));
  }
}
