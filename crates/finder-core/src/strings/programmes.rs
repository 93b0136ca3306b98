//! Texts of the regions' programmes.

use super::{UiLang, table::strings};

strings! {
    ProgrammeStrings;
    /// Programmes: heading.
    programme_heading: &'static str,
    /// Aim.
    aim: &'static str,
    /// Period.
    period: &'static str,
    /// Lead.
    lead: &'static str,
    /// Project number.
    project_number: &'static str,
    /// Figures.
    figures: &'static str,
    /// As of. `{date}`.
    as_of: &'static str,
    /// History.
    history: &'static str,
    /// Events.
    events: &'static str,
    /// Documents.
    documents: &'static str,
    /// Shows all of a list. `{n}`.
    show_all: &'static str,
    /// Document kind: plan.
    doc_plan: &'static str,
    /// Document kind: report.
    doc_report: &'static str,
    /// Document kind: decision.
    doc_decision: &'static str,
    /// Document kind: guide.
    doc_guide: &'static str,
    /// Document kind: regulation.
    doc_regulation: &'static str,
    /// Document kind: methodology.
    doc_methodology: &'static str,
    /// Document kind: article.
    doc_article: &'static str,
    /// Document kind: website.
    doc_website: &'static str,
    /// Services in this region.
    region_services: &'static str,
}

const LV: ProgrammeStrings = ProgrammeStrings {
    programme_heading: "Reģionu programmas",
    aim: "Mērķis",
    period: "Laiks",
    lead: "Vada",
    project_number: "Projekta numurs",
    figures: "Skaitļi",
    as_of: "{date}",
    history: "Kā tas sākās",
    events: "Notikumi",
    documents: "Dokumenti",
    show_all: "Rādīt visus ({n})",
    doc_plan: "Plāns",
    doc_report: "Ziņojums",
    doc_decision: "Lēmums",
    doc_guide: "Ceļvedis",
    doc_regulation: "Noteikumi",
    doc_methodology: "Metodika",
    doc_article: "Raksts",
    doc_website: "Vietne",
    region_services: "Pakalpojumi šajā reģionā",
};

const EN: ProgrammeStrings = ProgrammeStrings {
    programme_heading: "Regional programmes",
    aim: "Aim",
    period: "Period",
    lead: "Led by",
    project_number: "Project number",
    figures: "Figures",
    as_of: "as of {date}",
    history: "How it began",
    events: "Events",
    documents: "Documents",
    show_all: "Show all ({n})",
    doc_plan: "Plan",
    doc_report: "Report",
    doc_decision: "Decision",
    doc_guide: "Guide",
    doc_regulation: "Regulation",
    doc_methodology: "Methodology",
    doc_article: "Article",
    doc_website: "Website",
    region_services: "Services in this region",
};

impl UiLang {
    /// The texts of programmes.
    #[must_use]
    pub const fn programmes(self) -> &'static ProgrammeStrings {
        match self {
            Self::Lv => &LV,
            Self::En => &EN,
        }
    }
}
