//! The facts that facets ask about, one column a fact.

use super::{bits::Bits, seats::Seats};
use crate::catalogue::{Catalogue, MunicipalityIx, RegionIx, ServiceArea, Status, TermRole};

/// In [`Columns::place`]: offered to the whole country.
const NATIONWIDE: u16 = u16::MAX;
/// In [`Columns::place`]: the catalogue does not say where. Also taken for a municipality beyond the 65 533rd,
/// more than any country has.
const NOT_STATED: u16 = u16::MAX - 1;

/// Longest chain of parts that is followed to its whole; a longer one (or a circle) is no whole.
const LONGEST_CHAIN: usize = 16;

/// The facets' facts of every service. Services are positions in the catalogue.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Number of services.
    pub(crate) len: usize,
    /// By municipality; [`NATIONWIDE`] or [`NOT_STATED`].
    place: Vec<u16>,
    /// By municipality: its region.
    region_of: Vec<RegionIx>,
    regions: usize,
    /// By kind: the services of that kind.
    pub(crate) types: Vec<Bits>,
    /// By audience: the services that answer it, including those for everyone.
    pub(crate) audiences: Vec<Bits>,
    /// By audience: services made for it, without those for everyone.
    pub(crate) made_for: Vec<Bits>,
    pub(crate) no_audience: Bits,
    pub(crate) nationwide: Bits,
    pub(crate) no_place: Bits,
    /// Services that are a way in to others and nothing else: among results only where asked for.
    pub(crate) quiet: Bits,
    /// Services not known to exist and work.
    pub(crate) not_confirmed: Bits,
    /// Services that are shown within a whole, and those wholes.
    pub(crate) in_family: Bits,
    /// (whole, member) of every family, sorted; the whole is a member of its own family.
    pub(crate) families: Vec<(u32, u32)>,
    /// The same as seats, and what sits where of `types` and `audiences`.
    pub(crate) seats: Seats,
    pub(crate) type_seats: Vec<Bits>,
    pub(crate) audience_seats: Vec<Bits>,
}

impl Columns {
    /// Reads the columns off a catalogue.
    pub(crate) fn build(catalogue: &Catalogue) -> Self {
        let mut columns = Self::begin(catalogue);
        columns.read(catalogue, usize::MAX);
        columns.finish(catalogue);
        columns
    }

    /// Columns of which no service is read yet.
    pub(crate) fn begin(catalogue: &Catalogue) -> Self {
        let len = catalogue.services.len();
        let none = || Bits::none(len);
        Self {
            len,
            place: Vec::with_capacity(len),
            region_of: catalogue.municipalities.iter().map(|m| m.region).collect(),
            regions: catalogue.regions.len(),
            types: catalogue.types.iter().map(|_| none()).collect(),
            audiences: Vec::new(),
            made_for: catalogue.audiences.iter().map(|_| none()).collect(),
            no_audience: none(),
            nationwide: none(),
            no_place: none(),
            quiet: none(),
            not_confirmed: none(),
            in_family: none(),
            families: Vec::new(),
            seats: Seats::default(),
            type_seats: Vec::new(),
            audience_seats: Vec::new(),
        }
    }

    /// Reads up to `most` further services; `true` when all are read.
    pub(crate) fn read(&mut self, catalogue: &Catalogue, most: usize) -> bool {
        let is_way_in = |ix| catalogue.type_term(ix).is_some_and(|term| term.role == TermRole::WayIn);
        for (i, service) in catalogue.services.iter().enumerate().skip(self.place.len()).take(most) {
            self.place.push(match service.area {
                ServiceArea::Nationwide => {
                    self.nationwide.insert(i);
                    NATIONWIDE
                }
                ServiceArea::Municipality(m) if m.get() < usize::from(NOT_STATED) => {
                    u16::try_from(m.get()).unwrap_or(NOT_STATED)
                }
                _ => {
                    self.no_place.insert(i);
                    NOT_STATED
                }
            });
            for kind in &service.types {
                if let Some(bits) = self.types.get_mut(kind.get()) {
                    bits.insert(i);
                }
            }
            for audience in &service.audiences {
                if let Some(bits) = self.made_for.get_mut(audience.get()) {
                    bits.insert(i);
                }
            }
            if service.status != Status::Operating {
                self.not_confirmed.insert(i);
            }
            if service.audiences.is_empty() {
                self.no_audience.insert(i);
            }
            if !service.types.is_empty() && service.types.iter().all(|kind| is_way_in(*kind)) {
                self.quiet.insert(i);
            }
        }
        self.place.len() >= self.len
    }

    /// What follows from all services together: who is for everyone, and what is shown within what.
    pub(crate) fn finish(&mut self, catalogue: &Catalogue) {
        let mut everyone = Bits::none(self.len);
        for (term, bits) in catalogue.audiences.iter().zip(&self.made_for) {
            if term.role == TermRole::Everyone {
                everyone.or(bits);
            }
        }
        self.audiences = self.made_for.clone();
        for bits in &mut self.audiences {
            bits.or(&everyone);
        }
        self.find_families(catalogue);
        let seats = Seats::new(&self.families);
        self.type_seats = self.types.iter().map(|services| seats.of(services)).collect();
        self.audience_seats = self.audiences.iter().map(|services| seats.of(services)).collect();
        self.seats = seats;
    }

    /// A part belongs to the topmost whole above it. What a way-in office runs stands for itself, though: offices are
    /// not among results, and a visitor who does ask for one looks for the office.
    fn find_families(&mut self, catalogue: &Catalogue) {
        for (i, service) in catalogue.services.iter().enumerate() {
            let mut whole = i;
            let mut above = service.part_of;
            for _ in 0..LONGEST_CHAIN {
                let Some(next) = above else { break };
                if self.quiet.contains(next.get()) && !self.quiet.contains(i) {
                    above = None;
                    break;
                }
                whole = next.get();
                above = catalogue.service(next).and_then(|s| s.part_of);
            }
            if above.is_none() && whole != i && whole < self.len {
                self.families.push((position(whole), position(i)));
                self.families.push((position(whole), position(whole)));
                self.in_family.insert(whole);
                self.in_family.insert(i);
            }
        }
        crate::order::sort(&mut self.families);
        self.families.dedup();
    }

    /// The families: whole and members, members in the catalogue's order.
    pub(crate) fn families(&self) -> impl Iterator<Item = (usize, &[(u32, u32)])> {
        self.families.chunk_by(|a, b| a.0 == b.0).filter_map(|f| f.first().map(|(whole, _)| (*whole as usize, f)))
    }

    /// The members of the family of this whole, in the catalogue's order.
    pub(crate) fn family(&self, whole: usize) -> impl Iterator<Item = usize> {
        let from = self.families.partition_point(|(w, _)| (*w as usize) < whole);
        let family = self.families.get(from..).unwrap_or_default();
        family.iter().take_while(move |(w, _)| *w as usize == whole).map(|(_, member)| *member as usize)
    }

    /// The municipality a service lies in.
    #[inline]
    pub(crate) fn municipality(&self, service: usize) -> Option<usize> {
        self.place.get(service).filter(|m| **m < NOT_STATED).map(|m| usize::from(*m))
    }

    /// The region of a municipality.
    #[inline]
    pub(crate) fn region(&self, municipality: usize) -> Option<usize> {
        self.region_of.get(municipality).map(|r| r.get())
    }

    /// Number of regions.
    pub(crate) fn regions(&self) -> usize {
        self.regions
    }

    /// Number of municipalities.
    pub(crate) fn municipalities(&self) -> usize {
        self.region_of.len()
    }

    /// The services that lie in one of the municipalities that `chosen` says yes to.
    pub(crate) fn in_municipalities(&self, chosen: &[bool]) -> Bits {
        Bits::where_has(&self.place, |m| chosen.get(usize::from(*m)).copied().unwrap_or(false))
    }

    /// Municipalities a choice of regions and municipalities stands for: chosen municipalities narrow their own region,
    /// other chosen regions stay. `None` if nothing is chosen.
    pub(crate) fn chosen_places(&self, regions: &[RegionIx], municipalities: &[MunicipalityIx]) -> Option<Vec<bool>> {
        if regions.is_empty() && municipalities.is_empty() {
            return None;
        }
        let mut whole_region = vec![false; self.regions];
        for region in regions {
            if let Some(chosen) = whole_region.get_mut(region.get()) {
                *chosen = true;
            }
        }
        for narrowed in municipalities.iter().filter_map(|m| self.region(m.get())) {
            if let Some(chosen) = whole_region.get_mut(narrowed) {
                *chosen = false;
            }
        }
        let mut chosen: Vec<bool> =
            self.region_of.iter().map(|r| whole_region.get(r.get()).copied().unwrap_or(false)).collect();
        for municipality in municipalities {
            if let Some(chosen) = chosen.get_mut(municipality.get()) {
                *chosen = true;
            }
        }
        Some(chosen)
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let sets = self.types.iter().chain(&self.audiences).chain(&self.made_for);
        let sets = sets.chain(&self.type_seats).chain(&self.audience_seats);
        let members = self.place.len() * 2 + self.families.len() * 8 + self.seats.bytes();
        sets.map(Bits::bytes).sum::<usize>() + 6 * self.quiet.bytes() + members
    }
}

/// A position as it is stored. Catalogues are far below `u32::MAX` services.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
