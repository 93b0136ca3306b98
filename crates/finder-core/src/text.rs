//! Text as search sees it: the one folding, tokenising and stemming, for index and query alike.

mod alphabet;
mod fold;

pub use alphabet::alphabet_key;
pub use fold::fold;
