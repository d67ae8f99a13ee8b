package pairdesk.sandbox.wire.discord.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.Form;

/** The tree of components in a message: which may lie where, how many, how much text. */
final class ComponentRules {
  private static final int ROWS = 5;
  private static final int BUTTONS = 5;
  private static final int TREE = 40;
  private static final int ALL_TEXT = 4000;
  private static final int SECTION_TEXTS = 3;
  private static final int GALLERY_ITEMS = 10;
  private static final int DESCRIPTION = 1024;
  private static final int COLOR = 0xFFFFFF;

  private final ControlRules controls = new ControlRules();
  private int components;
  private int text;

  private ComponentRules() {}

  /** Checks a message's components, of the classic kind (rows only) or of version 2. */
  static void check(Form components, boolean versionTwo) {
    ComponentRules rules = new ComponentRules();
    if (versionTwo) {
      rules.all(components.items(0, TREE), ComponentType.TOP_LEVEL);
      rules.checkTotals(components);
    } else {
      rules.all(components.items(0, ROWS), Set.of(ComponentType.ACTION_ROW));
    }
  }

  private void checkTotals(Form root) {
    if (components > TREE) {
      root.refuse(
          "COMPONENT_MAX_TOTAL_COMPONENTS", "The total number of components cannot exceed " + TREE);
    }
    if (text > ALL_TEXT) {
      root.refuse(
          "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
          "Text of all components cannot exceed " + ALL_TEXT);
    }
  }

  private void all(List<Form> forms, Set<ComponentType> allowed) {
    forms.forEach(form -> one(form, allowed));
  }

  private void one(Form form, Set<ComponentType> allowed) {
    components++;
    Optional<ComponentType> type = ComponentType.of(form.node());
    if (type.isEmpty() || !allowed.contains(type.get())) {
      form.at("type")
          .refuse(
              "UNION_TYPE_CHOICES",
              "Value of field \"type\" must be one of " + numbers(allowed) + ".");
      return;
    }
    switch (type.get()) {
      case ACTION_ROW -> row(form);
      case BUTTON -> controls.button(form);
      case STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT ->
          controls.select(form);
      case SECTION -> section(form);
      case TEXT_DISPLAY -> text += form.at("content").requiredText(ALL_TEXT).length();
      case THUMBNAIL -> media(form.at("media"), form);
      case MEDIA_GALLERY ->
          form.at("items").items(1, GALLERY_ITEMS).forEach(item -> media(item.at("media"), item));
      case FILE -> media(form.at("file"), form);
      case SEPARATOR -> form.at("spacing").integer(1, 2, 1);
      case CONTAINER -> {
        form.at("accent_color").integer(0, COLOR, 0);
        all(form.at("components").items(1, TREE), ComponentType.IN_CONTAINER);
      }
      case TEXT_INPUT, LABEL ->
          throw new IllegalStateException("never allowed in a message: " + type.get());
    }
  }

  private void row(Form row) {
    List<Form> children = row.at("components").items(1, BUTTONS);
    boolean select =
        children.stream()
            .anyMatch(c -> ComponentType.of(c.node()).filter(ComponentType::isSelect).isPresent());
    if (select && children.size() > 1) {
      row.at("components")
          .refuse(
              "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A row holds one select or up to five buttons");
    }
    all(children, select ? ComponentType.SELECTS : Set.of(ComponentType.BUTTON));
  }

  private void section(Form section) {
    all(section.at("components").items(1, SECTION_TEXTS), Set.of(ComponentType.TEXT_DISPLAY));
    if (section.at("accessory").present()) {
      one(section.at("accessory"), Set.of(ComponentType.BUTTON, ComponentType.THUMBNAIL));
    } else {
      section.at("accessory").required();
    }
  }

  private static void media(Form media, Form holder) {
    media.at("url").requiredText(2048);
    EmbedRules.checkUrl(media.at("url"), true);
    holder.at("description").optionalText(DESCRIPTION);
  }

  private static String numbers(Set<ComponentType> types) {
    return "("
        + String.join(
            ", ", types.stream().map(type -> Integer.toString(type.number())).sorted().toList())
        + ")";
  }
}
