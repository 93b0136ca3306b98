//! Catalogues of any size for benchmarks: the real one's words, places and proportions, with invented records.
//!
//! The same number gives the same catalogue, so that figures can be compared.

// The core's benchmark takes this file in as it is: nothing of the crate's own here.
use serde_json::{Map, Value, json};

/// `finder generate FILE COUNT OUT`
#[allow(dead_code, reason = "the benchmark generates without files")]
pub fn run(args: &[String]) -> Result<std::process::ExitCode, String> {
    let [file, count, out] = args else { return Err("finder generate FILE COUNT OUT".to_owned()) };
    let count = count.parse().map_err(|_| format!("expected a number of services, found `{count}`"))?;
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let real = serde_json::from_slice(&bytes).map_err(|error| format!("{file}: {error}"))?;
    std::fs::write(out, generate(&real, count).to_string()).map_err(|error| format!("{out}: {error}"))?;
    Ok(std::process::ExitCode::SUCCESS)
}

/// Words of the real catalogue that records are put together from.
struct Stock {
    names: Vec<Vec<String>>,
    summaries: Vec<Vec<String>>,
    places: Vec<(Value, String)>,
    shapes: Vec<(Value, Value)>,
}

/// A catalogue of `services` records as JSON: taxonomy, regions and municipalities of `real`, everything else invented.
pub fn generate(real: &Map<String, Value>, services: usize) -> Value {
    let stock = Stock::of(real);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ services as u64);
    let mut catalogue = Map::new();
    for key in ["format", "title", "languages", "types", "audiences", "regions", "municipalities", "equivalents"] {
        if let Some(value) = real.get(key) {
            catalogue.insert(key.to_owned(), value.clone());
        }
    }
    let list: Vec<Value> = (0..services).map(|i| stock.service(i, services, &mut dice)).collect();
    catalogue.insert("services".to_owned(), Value::Array(list));
    Value::Object(catalogue)
}

impl Stock {
    fn of(real: &Map<String, Value>) -> Self {
        let services = real.get("services").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let words = |service: &Value, key: &str| -> Vec<String> {
            let text = service.get(key).map(|text| text.get("lv").unwrap_or(text));
            text.and_then(Value::as_str).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
        };
        let key = |service: &Value, key: &str| service.get(key).cloned().unwrap_or(Value::Null);
        Self {
            names: services.iter().map(|service| words(service, "name")).collect(),
            summaries: services.iter().map(|service| words(service, "summary")).collect(),
            places: services
                .iter()
                .filter(|service| service.get("municipality").is_some())
                .map(|service| {
                    (key(service, "municipality"), key(service, "place").as_str().unwrap_or("Rīga").to_owned())
                })
                .collect(),
            shapes: services.iter().map(|service| (key(service, "types"), key(service, "audiences"))).collect(),
        }
    }

    fn service(&self, at: usize, all: usize, dice: &mut Dice) -> Value {
        // Name words grow with the catalogue as words do in any text: with the square root of its length.
        let names = all.isqrt() * 4 + 50;
        let own = invented(dice.below(names) as u64);
        let mut name = dice.pick(&self.names).cloned().unwrap_or_default();
        name.truncate(6);
        name.push(format!("„{own}”"));
        let half = |words: &[String], second: bool| -> Vec<String> {
            let (first, last) = words.split_at(words.len() / 2);
            if second { last.to_vec() } else { first.to_vec() }
        };
        let mut summary = dice.pick(&self.summaries).map(|words| half(words, false)).unwrap_or_default();
        summary.extend(dice.pick(&self.summaries).map(|words| half(words, true)).unwrap_or_default());
        let (types, audiences) = dice.pick(&self.shapes).cloned().unwrap_or_default();
        let mut service = Map::new();
        let mut set = |key: &str, value: Value| service.insert(key.to_owned(), value);
        set("id", json!(format!("g{at}")));
        set("name", json!(name.join(" ")));
        set("types", types);
        set("audiences", audiences);
        set("status", json!(if dice.below(10) == 0 { "planned" } else { "operating" }));
        set("summary", json!(summary.join(" ")));
        set("organisation", json!(format!("Biedrība “{}”", invented(dice.below(names) as u64))));
        set("contact", json!({ "phone": format!("+371 6{:07}", dice.below(10_000_000)) }));
        if dice.below(14) == 0 {
            set("nationwide", json!(true));
        } else if let Some((municipality, place)) = dice.pick(&self.places) {
            set("municipality", municipality.clone());
            set("place", json!(place));
            let street = invented(dice.below(names) as u64 + 7);
            set("address", json!(format!("{street} iela {}", dice.below(120) + 1)));
        }
        // One record in twenty is a part of the one before it.
        if at > 0 && dice.below(20) == 0 {
            set("part_of", json!(format!("g{}", at - 1)));
        }
        Value::Object(service)
    }
}

/// A word that sounds like a name and belongs to nobody.
fn invented(number: u64) -> String {
    const SYLLABLES: [&str; 24] = [
        "ba", "lī", "ro", "ze", "vē", "ja", "mi", "sau", "le", "pū", "ce", "zi", "lu", "bē", "rzi", "ņa", "kā", "ti",
        "dze", "gu", "nā", "pe", "šo", "vi",
    ];
    let mut rest = number * 7 + 13;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES.get((rest % 24) as usize).copied().unwrap_or("na"));
        rest /= 24;
    }
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str() + "s"
}

/// Numbers that look drawn by lot and are the same each time (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) % limit.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(list.len());
        list.get(at)
    }
}
