//! Taxonomy: the kinds of service and the audiences. The words people use for them: [`super::Lexicon`].

use super::{TermId, Text};

/// One kind of service or one audience.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Stable id, used in links.
    pub id: TermId,
    /// Name shown to visitors.
    pub name: Text,
    /// One plain sentence: what this is. For kinds of service also the tool tip of the facet.
    pub summary: Option<Text>,
    /// What to ask when calling about this kind of service.
    pub ask: Vec<Text>,
    /// What this term means to the finder beyond its name.
    pub role: TermRole,
}

/// Meanings that change how the finder treats a term. In the file: `"role"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TermRole {
    /// Nothing special.
    #[default]
    Ordinary,
    /// An audience that answers every audience filter, ranked below services made for the audience asked for.
    Everyone,
    /// The kind that is the way in to other services (social service offices): offered on every service's
    /// page, and among results only where asked for.
    WayIn,
}
