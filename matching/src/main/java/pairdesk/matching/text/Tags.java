package pairdesk.matching.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The named things of a listing.
 *
 * @param stated in title, outcome name, series name
 * @param inRules only in the rules' condition or the event's title; sources from all the rules
 */
public record Tags(Map<Kind, Set<Tag>> stated, Map<Kind, Set<Tag>> inRules) {

  static Tags of(Set<Tag> stated, Set<Tag> inRules) {
    return new Tags(byKind(stated), byKind(inRules));
  }

  public Set<Tag> stated(Kind kind) {
    return stated.getOrDefault(kind, Set.of());
  }

  public Set<Tag> inRules(Kind kind) {
    return inRules.getOrDefault(kind, Set.of());
  }

  static Set<Tag> union(Set<Tag> a, Set<Tag> b) {
    Set<Tag> both = new LinkedHashSet<>(a);
    both.addAll(b);
    return both;
  }

  /** Clubs imply their league, where no competition is named. */
  static void addLeagues(Set<Tag> tags) {
    if (tags.stream().noneMatch(tag -> tag.kind() == Kind.COMPETITION)) {
      List<Tag> leagues =
          tags.stream()
              .filter(tag -> tag.kind() == Kind.TEAM)
              .flatMap(tag -> Teams.competitionOf(tag).stream())
              .toList();
      tags.addAll(leagues);
    }
  }

  private static Map<Kind, Set<Tag>> byKind(Set<Tag> tags) {
    Map<Kind, Set<Tag>> sorted = new EnumMap<>(Kind.class);
    tags.forEach(tag -> sorted.computeIfAbsent(tag.kind(), kind -> new HashSet<>()).add(tag));
    sorted.replaceAll((kind, some) -> Set.copyOf(some));
    return sorted;
  }
}
