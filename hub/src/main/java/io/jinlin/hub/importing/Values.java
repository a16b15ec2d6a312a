package io.jinlin.hub.importing;

import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Sex;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other things people write into cells; each answer is empty when it cannot be told. */
final class Values {
  private static final Map<String, Category.Kind> KINDS =
      Map.ofEntries(
          Map.entry("独居", Category.Kind.LIVING_ALONE),
          Map.entry("空巢", Category.Kind.EMPTY_NEST),
          Map.entry("留守", Category.Kind.LEFT_BEHIND),
          Map.entry("失能", Category.Kind.NEEDS_CARE),
          Map.entry("半失能", Category.Kind.NEEDS_CARE),
          Map.entry("失能半失能", Category.Kind.NEEDS_CARE),
          Map.entry("重残", Category.Kind.SEVERE_DISABILITY),
          Map.entry("重度残疾", Category.Kind.SEVERE_DISABILITY),
          Map.entry("计划生育特殊家庭", Category.Kind.LOST_ONLY_CHILD),
          Map.entry("计生特殊家庭", Category.Kind.LOST_ONLY_CHILD),
          Map.entry("失独", Category.Kind.LOST_ONLY_CHILD));
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "普通话", "zh", "国语", "zh", "汉语", "zh", "zh", "zh", "闽南话", "nan", "闽南语", "nan", "nan", "nan",
          "英语", "en", "english", "en", "en", "en");
  private static final Set<String> NOTHING = Set.of("", "无", "没有", "暂无", "/", "-", "--", "—", "\\");

  /** A phone without an area code has 7 digits, the longest number 15 (ITU-T E.164). */
  private static final Pattern PHONE = Pattern.compile("\\d{7,15}");

  private static final Pattern GRID = Pattern.compile("(?:第|grid-)?(\\d{1,3})号?(?:网格|格)?");
  private static final Pattern DOOR =
      Pattern.compile("(\\d)期(\\d{1,2})(?:栋|幢|号楼|座)(\\d)(?:梯|单元)0*(\\d{3,4})(?:室|号|房)?$");
  private static final Pattern DASHES = Pattern.compile("^(\\d)-(\\d{1,2})-(\\d)-0*(\\d{3,4})$");

  private Values() {}

  /** A door: 期, 栋, 梯, 室. */
  record Door(int phase, int block, int stair, int room) {
    boolean isPossible() {
      return phase >= 1 && block >= 1 && stair >= 1 && room >= 101 && room <= 9_999;
    }

    @Override
    public String toString() {
      return phase + "期" + block + "栋" + stair + "梯" + room;
    }
  }

  /** Whether somebody wrote that there is nothing. */
  static boolean isNothing(String text) {
    return NOTHING.contains(text);
  }

  static Optional<Sex> sex(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "女", "女性", "f", "female" -> Optional.of(Sex.FEMALE);
      case "男", "男性", "m", "male" -> Optional.of(Sex.MALE);
      default -> Optional.empty();
    };
  }

  static Optional<String> phone(String text) {
    String digits = plain(text).replaceAll("[ \\-()]", "").replaceFirst("^\\+?86(?=1\\d{10}$)", "");
    return PHONE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  static Optional<String> language(String text) {
    return Optional.ofNullable(LANGUAGES.get(text.toLowerCase(Locale.ROOT)));
  }

  static Optional<String> grid(String text) {
    Matcher found = GRID.matcher(Dates.digits(plain(text).toLowerCase(Locale.ROOT)));
    return found.matches()
        ? Optional.of("grid-" + Integer.parseInt(found.group(1)))
        : Optional.empty();
  }

  static Optional<Door> door(String text) {
    String plain = Dates.digits(plain(text).replaceAll("\\s", ""));
    for (Pattern pattern : new Pattern[] {DOOR, DASHES}) {
      Matcher found = pattern.matcher(plain);
      if (found.find()) {
        Door door =
            new Door(number(found, 1), number(found, 2), number(found, 3), number(found, 4));
        return Optional.of(door).filter(Door::isPossible);
      }
    }
    return Optional.empty();
  }

  /** A number in a cell of its own: {@code 3}, {@code 3栋}, {@code 三期}. */
  static int number(String text) {
    String digits = Dates.digits(plain(text)).replaceAll("[^\\d]", "");
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
  }

  /** All kinds in a cell; empty when one of its words is none. */
  static Optional<Set<Category.Kind>> categories(String text) {
    Set<Category.Kind> kinds = EnumSet.noneOf(Category.Kind.class);
    for (String word : plain(text).split("[、,;/|\\s]+")) {
      String bare = word.replaceFirst("(老人|老年人|人员)$", "");
      Category.Kind kind = KINDS.get(bare);
      if (kind == null && !isNothing(bare)) {
        return Optional.empty();
      }
      if (kind != null) {
        kinds.add(kind);
      }
    }
    return Optional.of(kinds);
  }

  /** The word that an export writes. */
  static String word(Category.Kind kind) {
    return switch (kind) {
      case LIVING_ALONE -> "独居";
      case EMPTY_NEST -> "空巢";
      case LEFT_BEHIND -> "留守";
      case NEEDS_CARE -> "失能";
      case SEVERE_DISABILITY -> "重残";
      case LOST_ONLY_CHILD -> "计划生育特殊家庭";
    };
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
