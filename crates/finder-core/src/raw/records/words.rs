//! Words that mean the same, and words that name a need that cannot wait.

use crate::raw::{
    kind::{Kind, Table},
    record::record,
};

record! {
    /// Words that people use for one another.
    EQUIVALENT equivalent "Equivalent" requires [words] {
        /// Id, by which a language part finds its record.
        id: Kind::Id,
        /// Single words that mean the same.
        words: Kind::Words,
    }
}

record! {
    /// A need that cannot wait: help is shown above the results.
    URGENT urgent "Urgent" requires [words] {
        /// Id, by which a language part finds its record.
        id: Kind::Id,
        /// Words and phrases that name the need; a phrase is meant when a query has all its words.
        words: Kind::Words,
        /// Ids of helplines and places, most fitting first.
        services: Kind::List(&Kind::Ref(Table::Services)),
        /// The emergency number, where life may be in danger.
        emergency: Kind::Phone,
        /// What only sounds like a need: its words name none.
        harmless: Kind::Flag,
    }
}
