package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Component types with Discord's numbers, and what may lie in what. */
public enum ComponentType {
  ACTION_ROW(1),
  BUTTON(2),
  STRING_SELECT(3),
  TEXT_INPUT(4),
  USER_SELECT(5),
  ROLE_SELECT(6),
  MENTIONABLE_SELECT(7),
  CHANNEL_SELECT(8),
  SECTION(9),
  TEXT_DISPLAY(10),
  THUMBNAIL(11),
  MEDIA_GALLERY(12),
  FILE(13),
  SEPARATOR(14),
  CONTAINER(17),
  LABEL(18);

  static final Set<ComponentType> SELECTS =
      EnumSet.of(STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT);
  static final Set<ComponentType> IN_CONTAINER =
      EnumSet.of(ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR);
  static final Set<ComponentType> TOP_LEVEL =
      EnumSet.of(ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR, CONTAINER);
  static final Set<ComponentType> IN_LABEL =
      EnumSet.of(
          TEXT_INPUT, STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT);

  private final int number;

  ComponentType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The type of a component, empty when this server does not know it. */
  public static Optional<ComponentType> of(JsonNode component) {
    int wanted = component.path("type").asInt();
    return Arrays.stream(values()).filter(type -> type.number == wanted).findFirst();
  }

  public boolean isSelect() {
    return SELECTS.contains(this);
  }
}
