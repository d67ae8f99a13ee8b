package pairdesk.bot.console;

import java.util.List;

/** What the console answers to a command or a button. */
public sealed interface Answer {

  /**
   * Cards with buttons below.
   *
   * @param audience who sees it
   */
  record Reply(List<Card> cards, List<Button> buttons, Audience audience) implements Answer {
    public Reply {
      cards = List.copyOf(cards);
      buttons = List.copyOf(buttons);
    }
  }

  /** Asks the caller to type a word into a form; what they typed comes back as a word request. */
  record AskWord(ButtonId id, String title, String label, String word) implements Answer {}

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
    return new Reply(List.of(card), List.of(), Audience.CALLER);
  }

  static Reply toChannel(Card card) {
    return new Reply(List.of(card), List.of(), Audience.CHANNEL);
  }

  static Reply refusal(String why) {
    return toCaller(Card.of(Tone.BAD, "Not done", why));
  }
}
