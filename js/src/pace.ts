/** Calls something at most once in so many milliseconds: at once, and again at the end if it was asked meanwhile. */
export class Pace {
  private _timer: ReturnType<typeof setTimeout> | null = null;
  private _isAsked = false;

  constructor(
    private readonly call: () => void,
    private readonly interval = 100
  ) {}

  ask(): void {
    if (this._timer !== null) {
      this._isAsked = true;
      return;
    }
    this._timer = setTimeout(() => {
      this._timer = null;
      if (this._isAsked) {
        this._isAsked = false;
        this.ask();
      }
    }, this.interval);
    this.call();
  }

  dispose(): void {
    if (this._timer !== null) {
      clearTimeout(this._timer);
      this._timer = null;
    }
    this._isAsked = false;
  }
}
