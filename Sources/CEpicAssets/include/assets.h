int epic_assets_count(void);
