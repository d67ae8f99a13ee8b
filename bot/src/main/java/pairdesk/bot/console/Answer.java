package pairdesk.bot.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.text.Texts;

/** What the console answers to a command or a button. */
public sealed interface Answer {

  /**
   * A card with buttons below.
   *
   * @param buttons at most 25, or 20 below a menu
   * @param audience who sees it
   * @param files to be saved, beside the card
   * @param menu above the buttons; null for none
   */
  record Reply(
      Card card,
      List<Button> buttons,
      Audience audience,
      List<Attachment> files,
      @Nullable Menu menu)
      implements Answer {
    private static final int MOST_BUTTONS = 25;
    private static final int MENU = 5;

    /** Without a file or a menu. */
    public Reply(Card card, List<Button> buttons, Audience audience) {
      this(card, buttons, audience, List.of(), null);
    }

    public Reply {
      buttons = List.copyOf(buttons);
      files = List.copyOf(files);
      int most = menu == null ? MOST_BUTTONS : MOST_BUTTONS - MENU;
      if (buttons.size() > most) {
        throw new IllegalArgumentException(buttons.size() + " buttons, at most " + most);
      }
    }

    Reply with(Card next) {
      return new Reply(next, buttons, audience, files, menu);
    }
  }

  /**
   * What was asked of one person is done: their question shows it, and everybody is told.
   *
   * @param here takes the place of the question
   * @param everybody a message for the channel
   */
  record Announced(Reply here, Reply everybody) implements Answer {
    public Announced {
      if (here.audience() != Audience.IN_PLACE || everybody.audience() != Audience.CHANNEL) {
        throw new IllegalArgumentException(here.audience() + " and " + everybody.audience());
      }
    }
  }

  /**
   * Asks the caller to type a word into a form; what they typed comes back as a word request.
   *
   * @param effect what it does, in numbers
   */
  record AskWord(ButtonId id, String title, String effect, String label, String word)
      implements Answer {
    private static final int LIMIT = 45;

    public AskWord {
      if (title.length() > LIMIT || label.length() > LIMIT || word.length() > LIMIT) {
        throw new IllegalArgumentException("a form's texts have at most 45 characters: " + title);
      }
    }
  }

  /**
   * Asks the caller to fill in a form; what they wrote comes back by the names of its lines.
   *
   * @param effect what it does, in numbers
   * @param lines at most four
   */
  record Form(ButtonId id, String title, String effect, List<Line> lines) implements Answer {
    private static final int MOST_LINES = 4;
    private static final int LIMIT = 45;

    public Form {
      lines = List.copyOf(lines);
      if (title.length() > LIMIT || lines.isEmpty() || lines.size() > MOST_LINES) {
        throw new IllegalArgumentException("a form has a short title and 1 to 4 lines: " + title);
      }
    }

    /**
     * One thing to fill in, or to leave empty.
     *
     * @param hint shown while it is empty
     */
    public record Line(String name, String label, String hint) {
      public Line {
        if (label.length() > LIMIT || hint.length() > 100) {
          throw new IllegalArgumentException("a form's label is short: " + label);
        }
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

  /** Tells the caller why nothing was done, in their language. */
  static Reply refusal(Texts texts, String why) {
    return toCaller(Card.of(Tone.BAD, texts.say("answer.refused"), why));
  }
}
