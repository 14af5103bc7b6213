package jml.views.releases.page;

/// What the left of a release's page shows; each has a link of its own.
enum PageTab {
    OVERVIEW("page"),
    CHANGES("changes"),
    CHECKLIST("checklist");

    private final String section;

    PageTab(String section) {
        this.section = section;
    }

    /// The link's section.
    String section() {
        return section;
    }

    /// The overview for a section that is not one of these.
    static PageTab of(String section) {
        for (var tab : values()) {
            if (tab.section.equals(section)) {
                return tab;
            }
        }
        return OVERVIEW;
    }
}
