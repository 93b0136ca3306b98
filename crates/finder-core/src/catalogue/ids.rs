//! Identifiers and positions.
//!
//! An *id* is a string from the file and stays stable between versions of a catalogue (links, queries).
//! An *index* (`…Ix`) is a position in one loaded [`Catalogue`](super::Catalogue): small, copyable,
//! meaningless in any other catalogue.

/// Declares a string id. Only validation makes one from outside text; queries may hold one that no catalogue knows.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Box<str>);

        impl $name {
            /// Wraps text without judging it. A query may name what its catalogue does not know: look-ups then answer `None`.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as written in the catalogue and in links.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// Declares a position in one of the catalogue's lists.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The index of the list's `position`-th record, counted from 0.
            /// Lists are far below `u32::MAX` records; a larger position saturates and finds nothing.
            #[must_use]
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position, counted from 0.
            #[must_use]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// Id of a [`Service`](super::Service), e.g. `jelgava-dspc-zirgu-47a`.
    ServiceId
);
id!(
    /// Id of a [`Story`](super::Story).
    StoryId
);
id!(
    /// Id of a [`Term`](super::Term): a kind of service (`respite`) or an audience (`families`).
    TermId
);
id!(
    /// Id of a planning [`Region`](super::Region), e.g. `zemgale`.
    RegionId
);
id!(
    /// ISO 3166-2 code of a [`Municipality`](super::Municipality), e.g. `LV-016`.
    MunicipalityId
);

index!(
    /// Position in [`Catalogue::services`](super::Catalogue::services).
    ServiceIx
);
index!(
    /// Position in [`Catalogue::stories`](super::Catalogue::stories).
    StoryIx
);
index!(
    /// Position in [`Catalogue::types`](super::Catalogue::types).
    TypeIx
);
index!(
    /// Position in [`Catalogue::audiences`](super::Catalogue::audiences).
    AudienceIx
);
index!(
    /// Position in [`Catalogue::regions`](super::Catalogue::regions).
    RegionIx
);
index!(
    /// Position in [`Catalogue::municipalities`](super::Catalogue::municipalities).
    MunicipalityIx
);
index!(
    /// Position in [`Catalogue::languages`](super::Catalogue::languages). 0 is the catalogue's own language.
    LangIx
);
