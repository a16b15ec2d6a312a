package io.jinlin.hub.sample;

/** The kinds of households of the sample and how many there are: 4,700 with 14,000 people. */
enum HouseholdKind {
  ELDER_ALONE(430, 1, 0, 0),
  ELDER_COUPLE(340, 2, 0, 0),
  ELDERS_FAMILY(170, 2, 2, 2),
  ELDER_FAMILY(250, 1, 2, 1),
  ELDER_GRANDCHILD(40, 1, 0, 1),
  ADULT_ALONE(520, 0, 1, 0),
  COUPLE(350, 0, 2, 0),
  FAMILY_ONE(790, 0, 2, 1),
  FAMILY_TWO(1_460, 0, 2, 2),
  FAMILY_THREE(220, 0, 2, 3),
  ONE_PARENT(130, 0, 1, 1);

  private final int count;
  private final int elders;
  private final int adults;
  private final int children;

  HouseholdKind(int count, int elders, int adults, int children) {
    this.count = count;
    this.elders = elders;
    this.adults = adults;
    this.children = children;
  }

  int count() {
    return count;
  }

  int elders() {
    return elders;
  }

  int adults() {
    return adults;
  }

  int children() {
    return children;
  }
}
