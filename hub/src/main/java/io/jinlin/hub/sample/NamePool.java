package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Sex;
import java.util.Arrays;
import java.util.Collections;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Made-up names that fit the ages and the region; any likeness to a living person is chance. */
final class NamePool {

  /** A surname stands as often as its share: 林, 陈 and 黄 are half of the coast. */
  private static final String[] SURNAMES =
      words(
          "林×22 陈×20 黄×12 吴×6 王×6 李×5 张×5 郑×4 蔡×4 许×3 杨×3 苏×2 庄×2 叶×2 曾×2 洪×2 柯×1 谢×1 郭×2 "
              + "刘×2 周×1 何×1 邱×1 颜×1 施×1 纪×1 卢×1 潘×1 欧阳×1 上官×1");

  private static final String[] ELDER_WOMEN =
      words(
          "阿英 秀英 玉兰 丽华 美珠 宝珠 水仙 秀治 玉珍 秀琴 金枝 月娥 碧玉 素珍 阿雪 金莲 秀花 美玉 淑贞 惠珍 桂花 "
              + "秀兰 玉英 春梅 阿枣 宝玉 乌治 美英 锦治 丽珠 秀卿 玉叶");

  private static final String[] ELDER_MEN =
      words(
          "水木 金水 文生 国强 天赐 进财 阿土 清水 金木 国华 德福 文忠 建国 水生 永福 添丁 金山 火炎 清池 明德 振兴 "
              + "来发 文章 福来 志明 亚福 国栋 炳南 金泉 荣华 瑞金 世昌");

  private static final String[] WOMEN =
      words(
          "丽娟 雅婷 淑芬 美玲 晓燕 丽萍 惠敏 海燕 志玲 婷婷 小红 燕萍 秋月 巧云 雅芳 佳慧 思颖 静怡 雪梅 丽红 晓玲 "
              + "艺红 燕玲 玉婷 巧玲 佩珊 少红 素梅 春燕 月华");

  private static final String[] MEN =
      words(
          "志强 建华 伟杰 志伟 明辉 俊杰 海峰 建平 文斌 国辉 志鹏 伟强 艺鹏 俊毅 建伟 少华 志勇 跃进 振华 宏伟 立新 "
              + "世杰 文杰 炳坤 晓东 毅斌 家辉 永强 建军 达文");

  private static final String[] GIRLS =
      words("梓涵 欣怡 雨桐 诗涵 语嫣 梓萱 可馨 思琪 若曦 佳怡 心妍 艺涵 婉婷 紫萱 雅涵 沐晴 一诺 依诺 雨萱 静雯");

  private static final String[] BOYS =
      words("子轩 梓豪 浩然 宇轩 俊熙 子涵 博文 奕辰 皓轩 铭泽 承恩 睿哲 思远 宇航 嘉豪 志恒 一鸣 沐宸 锦程 家骏");

  private static final int ADULT_FROM_YEARS = 18;
  private static final int ELDER_FROM_YEARS = 55;

  private final RandomGenerator random;

  NamePool(RandomGenerator random) {
    this.random = random;
  }

  String surname() {
    return any(SURNAMES);
  }

  String given(Sex sex, int age) {
    boolean woman = sex == Sex.FEMALE;
    if (age < ADULT_FROM_YEARS) {
      return any(woman ? GIRLS : BOYS);
    }
    if (age < ELDER_FROM_YEARS) {
      return any(woman ? WOMEN : MEN);
    }
    return any(woman ? ELDER_WOMEN : ELDER_MEN);
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** Words apart by spaces; {@code 林×3} stands three times. */
  private static String[] words(String text) {
    return Arrays.stream(text.split(" "))
        .flatMap(
            word -> {
              int times = word.indexOf('×');
              return times < 0
                  ? Stream.of(word)
                  : Collections.nCopies(
                      Integer.parseInt(word.substring(times + 1)), word.substring(0, times))
                      .stream();
            })
        .toArray(String[]::new);
  }
}
