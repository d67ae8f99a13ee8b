package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Types of command options with Discord's numbers. */
public enum OptionType {
  SUBCOMMAND(1),
  SUBCOMMAND_GROUP(2),
  STRING(3),
  INTEGER(4),
  BOOLEAN(5),
  USER(6),
  CHANNEL(7),
  ROLE(8),
  MENTIONABLE(9),
  NUMBER(10),
  ATTACHMENT(11);

  private final int number;

  OptionType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The type of an option, empty for a number that Discord does not know. */
  public static Optional<OptionType> of(JsonNode option) {
    int wanted = option.path("type").asInt();
    return Arrays.stream(values()).filter(type -> type.number() == wanted).findFirst();
  }

  public boolean isNested() {
    return this == SUBCOMMAND || this == SUBCOMMAND_GROUP;
  }

  /** As people read it: {@code string}, {@code integer}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
