const { searchParams } = new URL(location.href);
const frame = document.createElement("iframe");
frame.width = searchParams.get("width");
frame.src = searchParams.get("src");
frame.title = "page";
document.body.append(frame);
