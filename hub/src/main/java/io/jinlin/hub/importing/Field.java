package io.jinlin.hub.importing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column can hold. The first header is the one that an export writes. */
public enum Field {
  NUMBER("编号", "人员编号", "居民编号", "档案号", "登记号", "居民编码", "人员编码", "number", "id"),
  NAME("姓名", "名字", "居民姓名", "人员姓名", "name", "full name"),
  SEX("性别", "sex", "gender"),
  BORN("出生日期", "出生年月日", "出生年月", "生日", "出生", "出生时间", "born", "birth date", "date of birth"),
  IDENTITY("身份证号", "身份证", "身份证号码", "公民身份号码", "公民身份证号", "证件号码", "证件号", "id number"),
  PHONE("电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "phone", "mobile"),
  ADDRESS("住址", "地址", "现住址", "居住地址", "家庭住址", "家庭地址", "详细地址", "address"),
  PHASE("期", "期数", "phase"),
  BLOCK("栋", "幢", "楼栋", "栋号", "楼号", "block"),
  STAIR("梯", "单元", "梯位", "单元号", "stair"),
  ROOM("室", "房号", "室号", "房间号", "门牌号", "门牌", "room"),
  GRID("网格", "所属网格", "网格号", "网格编号", "grid"),
  LANGUAGE("语言", "方言", "使用语言", "language"),
  CATEGORIES("人员类别", "类别", "人群类别", "特殊人群", "重点人群", "标签", "categories"),
  DIED("去世日期", "死亡日期", "死亡时间", "去世时间", "died");

  private final List<String> headers;

  Field(String... headers) {
    this.headers = List.of(headers);
  }

  /** The header that an export writes. */
  public String header() {
    return headers.get(0);
  }

  /** The field of a header, whatever its spaces, width, stars and remarks in brackets. */
  static Optional<Field> of(String header) {
    String plain = plain(header);
    for (Field field : values()) {
      if (field.headers.contains(plain)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private static String plain(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\(.*?\\)|\\[.*?]|[*:]", "")
        .strip()
        .replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "")
        .replaceAll("\\s+", " ");
  }
}
